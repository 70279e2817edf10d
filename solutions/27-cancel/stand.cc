// YOUR FILE: the only one that is graded.
//
// A condition variable that knows of stop tokens: it wakes the passenger when it is asked to stop.
#include "stand.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <utility>

namespace {

class StationStand : public TaxiStand {
 public:
  void Arrive(int taxi) override {
    const std::lock_guard lock(mutex_);
    taxis_.push_back(taxi);
    has_taxi_.notify_one();
  }

  // wait() asks first for a taxi, then for the token. So a passenger who is called and asked to
  // stop in the same moment takes the taxi that it was called for, and no call is lost on it.
  std::optional<int> Wait(std::stop_token cancel) override {
    std::unique_lock lock(mutex_);
    if (!has_taxi_.wait(lock, std::move(cancel), [this] { return !taxis_.empty(); })) {
      return std::nullopt;
    }
    const int taxi = taxis_.front();
    taxis_.pop_front();
    return taxi;
  }

 private:
  std::mutex mutex_;
  std::condition_variable_any has_taxi_;
  std::deque<int> taxis_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<TaxiStand> MakeTaxiStand() { return std::make_unique<StationStand>(); }
