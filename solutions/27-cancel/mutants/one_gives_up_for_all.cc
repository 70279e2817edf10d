// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// One flag for the whole stand: when one passenger is asked to stop, all go home.
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
    changed_.notify_all();
  }

  std::optional<int> Wait(std::stop_token cancel) override {
    const std::stop_callback wake(cancel, [this] {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
      changed_.notify_all();
    });
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !taxis_.empty() || stopped_; });
    if (taxis_.empty()) return std::nullopt;
    const int taxi = taxis_.front();
    taxis_.pop_front();
    return taxi;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<int> taxis_;
  bool stopped_ = false;
};

}  // namespace

std::unique_ptr<TaxiStand> MakeTaxiStand() { return std::make_unique<StationStand>(); }
