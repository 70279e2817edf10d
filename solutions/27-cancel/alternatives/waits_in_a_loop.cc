// YOUR FILE: the only one that is graded.
//
// The wait without a question, in a loop that asks both.
#include <condition_variable>
#include <deque>
#include <mutex>

#include "stand.h"

namespace {

class StationStand : public TaxiStand {
 public:
  void Arrive(int taxi) override {
    {
      const std::lock_guard lock(mutex_);
      taxis_.push_back(taxi);
      ++arrivals_;
    }
    changed_.notify_all();
  }

  std::optional<int> Wait(std::stop_token cancel) override {
    std::unique_lock lock(mutex_);
    while (taxis_.empty()) {
      if (cancel.stop_requested()) return std::nullopt;
      changed_.wait(lock, cancel, [was = arrivals_, this] { return arrivals_ != was; });
    }
    const int taxi = taxis_.front();
    taxis_.pop_front();
    return taxi;
  }

 private:
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<int> taxis_;
  int arrivals_ = 0;
};

}  // namespace

std::unique_ptr<TaxiStand> MakeTaxiStand() { return std::make_unique<StationStand>(); }
