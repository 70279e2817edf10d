// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// Take() holds the mutex, and Read() locks it again.
#include <algorithm>
#include <mutex>

#include "station.h"

namespace {

class WeatherStation : public Station {
 public:
  void Record(int degrees) override {
    const std::lock_guard lock(mutex_);
    const bool first = summary_.readings == 0;
    summary_.lowest = first ? degrees : std::min(summary_.lowest, degrees);
    summary_.highest = first ? degrees : std::max(summary_.highest, degrees);
    ++summary_.readings;
  }

  Summary Read() const override {
    const std::lock_guard lock(mutex_);
    return summary_;
  }

  Summary Take() override {
    const std::lock_guard lock(mutex_);
    const Summary taken = Read();
    summary_ = {};
    return taken;
  }

 private:
  mutable std::mutex mutex_;
  Summary summary_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Station> MakeStation() { return std::make_unique<WeatherStation>(); }
