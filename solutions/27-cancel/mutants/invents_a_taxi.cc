// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Does not look which of the two ended the waiting, and rides off in taxi 0.
#include <condition_variable>
#include <deque>
#include <mutex>

#include "stand.h"

namespace {

class StationStand : public TaxiStand {
 public:
  void Arrive(int taxi) override {
    const std::lock_guard lock(mutex_);
    taxis_.push_back(taxi);
    changed_.notify_one();
  }

  std::optional<int> Wait(std::stop_token cancel) override {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, cancel, [this] { return !taxis_.empty(); });
    const int taxi = taxis_.empty() ? 0 : taxis_.front();
    if (!taxis_.empty()) taxis_.pop_front();
    return taxi;
  }

 private:
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<int> taxis_;
};

}  // namespace

std::unique_ptr<TaxiStand> MakeTaxiStand() { return std::make_unique<StationStand>(); }
