// YOUR FILE: the only one that is graded.
//
// The callback changes nothing, but it releases the mutex, and then absl asks the conditions again.
#include <deque>

#include "absl/synchronization/mutex.h"
#include "stand.h"

namespace {

class StationStand : public TaxiStand {
 public:
  void Arrive(int taxi) override {
    const absl::MutexLock lock(&mutex_);
    taxis_.push_back(taxi);
  }

  std::optional<int> Wait(std::stop_token cancel) override {
    const std::stop_callback look_again(cancel, [this] { const absl::MutexLock lock(&mutex_); });
    const absl::MutexLock lock(&mutex_);
    const auto may_go = [&] { return !taxis_.empty() || cancel.stop_requested(); };
    mutex_.Await(absl::Condition(&may_go));
    if (taxis_.empty()) return std::nullopt;
    const int taxi = taxis_.front();
    taxis_.pop_front();
    return taxi;
  }

 private:
  absl::Mutex mutex_;
  std::deque<int> taxis_;
};

}  // namespace

std::unique_ptr<TaxiStand> MakeTaxiStand() { return std::make_unique<StationStand>(); }
