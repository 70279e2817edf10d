// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// Takes the taxi off the stand, then looks at the token and goes home: the taxi is lost.
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
    if (!changed_.wait(lock, cancel, [this] { return !taxis_.empty(); })) return std::nullopt;
    const int taxi = taxis_.front();
    taxis_.pop_front();
    if (cancel.stop_requested()) return std::nullopt;
    return taxi;
  }

 private:
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<int> taxis_;
};

}  // namespace

std::unique_ptr<TaxiStand> MakeTaxiStand() { return std::make_unique<StationStand>(); }
