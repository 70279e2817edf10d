// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Take() was given both mutexes; Record() and Read() still have one each, and meet.
#include <algorithm>
#include <mutex>

#include "station.h"

namespace {

class WeatherStation : public Station {
 public:
  void Record(int degrees) override {
    const std::lock_guard lock(record_mutex_);
    const bool first = summary_.readings == 0;
    summary_.lowest = first ? degrees : std::min(summary_.lowest, degrees);
    summary_.highest = first ? degrees : std::max(summary_.highest, degrees);
    ++summary_.readings;
  }

  Summary Read() const override {
    const std::lock_guard lock(read_mutex_);
    return summary_;
  }

  Summary Take() override {
    const std::scoped_lock lock(record_mutex_, read_mutex_);
    const Summary taken = summary_;
    summary_ = {};
    return taken;
  }

 private:
  std::mutex record_mutex_;
  mutable std::mutex read_mutex_;
  Summary summary_;
};

}  // namespace

std::unique_ptr<Station> MakeStation() { return std::make_unique<WeatherStation>(); }
