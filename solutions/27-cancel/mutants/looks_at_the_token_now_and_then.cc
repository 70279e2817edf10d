// YOUR FILE: the only one that is graded.
//
// expect: forbidden
// Wakes every millisecond to look at the token.
#include <chrono>
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
    while (taxis_.empty()) {
      if (cancel.stop_requested()) return std::nullopt;
      changed_.wait_for(lock, std::chrono::milliseconds(1));
    }
    const int taxi = taxis_.front();
    taxis_.pop_front();
    return taxi;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<int> taxis_;
};

}  // namespace

std::unique_ptr<TaxiStand> MakeTaxiStand() { return std::make_unique<StationStand>(); }
