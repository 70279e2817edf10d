// YOUR FILE: the only one that is graded.
//
// scoped_lock with a name; the old summary is exchanged for an empty one under it.
#include <algorithm>
#include <mutex>
#include <utility>

#include "station.h"

namespace {

class WeatherStation : public Station {
 public:
  void Record(int degrees) override {
    const std::scoped_lock lock(mutex_);
    const bool first = summary_.readings == 0;
    summary_.lowest = first ? degrees : std::min(summary_.lowest, degrees);
    summary_.highest = first ? degrees : std::max(summary_.highest, degrees);
    ++summary_.readings;
  }

  Summary Read() const override {
    const std::scoped_lock lock(mutex_);
    return summary_;
  }

  Summary Take() override {
    const std::scoped_lock lock(mutex_);
    return std::exchange(summary_, {});
  }

 private:
  mutable std::mutex mutex_;
  Summary summary_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Station> MakeStation() { return std::make_unique<WeatherStation>(); }
