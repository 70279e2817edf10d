// YOUR FILE: the only one that is graded.
//
// There is a lock in every line that needs one, and still readings are lost.
#include "station.h"

#include <algorithm>
#include <mutex>

namespace {

class WeatherStation : public Station {
 public:
  // TODO: let each call have the whole summary to itself for as long as it needs it.
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
    const std::lock_guard lock(read_mutex_);
    const Summary taken = summary_;
    summary_ = {};
    return taken;
  }

 private:
  std::mutex record_mutex_;        // For those who record …
  mutable std::mutex read_mutex_;  // … and for those who read.
  Summary summary_;
};

}  // namespace

std::unique_ptr<Station> MakeStation() { return std::make_unique<WeatherStation>(); }
