// YOUR FILE: the only one that is graded.
//
// oneTBB's reader-writer lock: the second argument says whether one writes.
#include <algorithm>

#include "oneapi/tbb/queuing_rw_mutex.h"
#include "station.h"

namespace {

class WeatherStation : public Station {
 public:
  void Record(int degrees) override {
    const Lock::scoped_lock lock(lock_, /*write=*/true);
    const bool first = summary_.readings == 0;
    summary_.lowest = first ? degrees : std::min(summary_.lowest, degrees);
    summary_.highest = first ? degrees : std::max(summary_.highest, degrees);
    ++summary_.readings;
  }

  Summary Read() const override {
    const Lock::scoped_lock lock(lock_, /*write=*/false);
    return summary_;
  }

  Summary Take() override {
    const Lock::scoped_lock lock(lock_, /*write=*/true);
    const Summary taken = summary_;
    summary_ = {};
    return taken;
  }

 private:
  using Lock = tbb::queuing_rw_mutex;
  mutable Lock lock_;
  Summary summary_;
};

}  // namespace

std::unique_ptr<Station> MakeStation() { return std::make_unique<WeatherStation>(); }
