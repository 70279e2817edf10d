// YOUR FILE: the only one that is graded.
//
// Abseil's mutex; Read() shares it, and the two that write have it alone.
#include <algorithm>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "station.h"

namespace {

class WeatherStation : public Station {
 public:
  void Record(int degrees) override {
    const absl::MutexLock lock(&mutex_);
    const bool first = summary_.readings == 0;
    summary_.lowest = first ? degrees : std::min(summary_.lowest, degrees);
    summary_.highest = first ? degrees : std::max(summary_.highest, degrees);
    ++summary_.readings;
  }

  Summary Read() const override {
    const absl::ReaderMutexLock lock(&mutex_);
    return summary_;
  }

  Summary Take() override {
    const absl::MutexLock lock(&mutex_);
    const Summary taken = summary_;
    summary_ = {};
    return taken;
  }

 private:
  mutable absl::Mutex mutex_;
  Summary summary_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

std::unique_ptr<Station> MakeStation() { return std::make_unique<WeatherStation>(); }
