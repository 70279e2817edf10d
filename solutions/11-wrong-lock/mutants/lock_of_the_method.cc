// YOUR FILE: the only one that is graded.
//
// expect: data-race
// A static mutex in each method: one for all stations, and none between two methods.
#include <algorithm>
#include <mutex>

#include "station.h"

namespace {

class WeatherStation : public Station {
 public:
  void Record(int degrees) override {
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    const bool first = summary_.readings == 0;
    summary_.lowest = first ? degrees : std::min(summary_.lowest, degrees);
    summary_.highest = first ? degrees : std::max(summary_.highest, degrees);
    ++summary_.readings;
  }

  Summary Read() const override {
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    return summary_;
  }

  Summary Take() override {
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    const Summary taken = summary_;
    summary_ = {};
    return taken;
  }

 private:
  Summary summary_;
};

}  // namespace

std::unique_ptr<Station> MakeStation() { return std::make_unique<WeatherStation>(); }
