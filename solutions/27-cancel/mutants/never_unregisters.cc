// YOUR FILE: the only one that is graded.
//
// expect: use-after-free
// The callback lives on the heap and is never destroyed: it calls a stand that is gone.
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
    new std::stop_callback(cancel, [this] {
      const std::lock_guard lock(mutex_);
      changed_.notify_all();
    });
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
  std::deque<int> taxis_;
};

}  // namespace

std::unique_ptr<TaxiStand> MakeTaxiStand() { return std::make_unique<StationStand>(); }
