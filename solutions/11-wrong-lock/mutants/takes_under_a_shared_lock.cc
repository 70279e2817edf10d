// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Take() looks like reading, but it empties the summary while others share the lock.
#include <algorithm>
#include <mutex>
#include <shared_mutex>

#include "station.h"

namespace {

class WeatherStation : public Station {
 public:
  void Record(int degrees) override {
    const std::unique_lock lock(mutex_);
    const bool first = summary_.readings == 0;
    summary_.lowest = first ? degrees : std::min(summary_.lowest, degrees);
    summary_.highest = first ? degrees : std::max(summary_.highest, degrees);
    ++summary_.readings;
  }

  Summary Read() const override {
    const std::shared_lock lock(mutex_);
    return summary_;
  }

  Summary Take() override {
    const std::shared_lock lock(mutex_);
    const Summary taken = summary_;
    summary_ = {};
    return taken;
  }

 private:
  mutable std::shared_mutex mutex_;
  Summary summary_;
};

}  // namespace

std::unique_ptr<Station> MakeStation() { return std::make_unique<WeatherStation>(); }
