// YOUR FILE: the only one that is graded.
//
// Whoever waits asks for a taxi, and asks whether to give up. Yet passengers who have been told to
// come home are found at the stand in the morning.
#include "stand.h"

#include <condition_variable>
#include <deque>
#include <mutex>

namespace {

class StationStand : public TaxiStand {
 public:
  void Arrive(int taxi) override {
    const std::lock_guard lock(mutex_);
    taxis_.push_back(taxi);
    changed_.notify_one();
  }

  // TODO: let a passenger go home when it is asked to, and let no taxi and no other passenger
  // suffer.
  std::optional<int> Wait(std::stop_token cancel) override {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !taxis_.empty() || cancel.stop_requested(); });
    if (taxis_.empty()) return std::nullopt;
    const int taxi = taxis_.front();
    taxis_.pop_front();
    return taxi;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<int> taxis_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<TaxiStand> MakeTaxiStand() { return std::make_unique<StationStand>(); }
