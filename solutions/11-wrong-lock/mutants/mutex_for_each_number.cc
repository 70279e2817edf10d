// YOUR FILE: the only one that is graded.
//
// expect: data-race
// A mutex for the count and one for the extremes; the reader takes the first only.
#include <algorithm>
#include <mutex>

#include "station.h"

namespace {

class WeatherStation : public Station {
 public:
  void Record(int degrees) override {
    const std::lock_guard lock(count_mutex_);
    const bool first = summary_.readings++ == 0;
    const std::lock_guard extremes(extremes_mutex_);
    summary_.lowest = first ? degrees : std::min(summary_.lowest, degrees);
    summary_.highest = first ? degrees : std::max(summary_.highest, degrees);
  }

  Summary Read() const override {
    const std::lock_guard lock(extremes_mutex_);
    return summary_;
  }

  Summary Take() override {
    const std::scoped_lock lock(count_mutex_, extremes_mutex_);
    const Summary taken = summary_;
    summary_ = {};
    return taken;
  }

 private:
  std::mutex count_mutex_;
  mutable std::mutex extremes_mutex_;
  Summary summary_;
};

}  // namespace

std::unique_ptr<Station> MakeStation() { return std::make_unique<WeatherStation>(); }
