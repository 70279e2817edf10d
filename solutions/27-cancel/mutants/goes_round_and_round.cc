// YOUR FILE: the only one that is graded.
//
// expect: forbidden
// Looks for a taxi and at the token without a rest.
#include <deque>
#include <mutex>

#include "stand.h"

namespace {

class StationStand : public TaxiStand {
 public:
  void Arrive(int taxi) override {
    const std::lock_guard lock(mutex_);
    taxis_.push_back(taxi);
  }

  std::optional<int> Wait(std::stop_token cancel) override {
    while (!cancel.stop_requested()) {
      const std::lock_guard lock(mutex_);
      if (taxis_.empty()) continue;
      const int taxi = taxis_.front();
      taxis_.pop_front();
      return taxi;
    }
    return std::nullopt;
  }

 private:
  std::mutex mutex_;
  std::deque<int> taxis_;
};

}  // namespace

std::unique_ptr<TaxiStand> MakeTaxiStand() { return std::make_unique<StationStand>(); }
