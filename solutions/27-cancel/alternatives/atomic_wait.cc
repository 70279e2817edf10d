// YOUR FILE: the only one that is graded.
//
// A number counts the news. The callback needs no mutex: news that came since the look ends the
// wait.
#include <atomic>
#include <deque>
#include <mutex>

#include "stand.h"

namespace {

class StationStand : public TaxiStand {
 public:
  void Arrive(int taxi) override {
    const std::lock_guard lock(mutex_);
    taxis_.push_back(taxi);
    Tell();
  }

  std::optional<int> Wait(std::stop_token cancel) override {
    const std::stop_callback wake(cancel, [this] { Tell(); });
    std::unique_lock lock(mutex_);
    while (taxis_.empty()) {
      const int seen = news_;
      if (cancel.stop_requested()) return std::nullopt;
      lock.unlock();
      news_.wait(seen);
      lock.lock();
    }
    const int taxi = taxis_.front();
    taxis_.pop_front();
    return taxi;
  }

 private:
  void Tell() {
    ++news_;
    news_.notify_all();
  }

  std::mutex mutex_;
  std::deque<int> taxis_;
  std::atomic<int> news_ = 0;
};

}  // namespace

std::unique_ptr<TaxiStand> MakeTaxiStand() { return std::make_unique<StationStand>(); }
