// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The catch keeps the thread alive and the promise dies: the customer hears "broken promise".
#include <future>
#include <thread>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs) {
    for (const Inquiry& leg : legs) {
      std::promise<int> promise;
      prices_.push_back(promise.get_future());
      threads_.emplace_back([leg, promise = std::move(promise)]() mutable {
        try {
          promise.set_value(leg());
        } catch (...) {
          // A full plane has no price.
        }
      });
    }
  }

  int Price() override {
    int total = 0;
    for (const std::shared_future<int>& price : prices_) total += price.get();
    return total;
  }

 private:
  std::vector<std::shared_future<int>> prices_;
  std::vector<std::jthread> threads_;
};

}  // namespace

std::unique_ptr<Offer> AskForJourney(std::vector<Inquiry> legs) {
  return std::make_unique<PendingOffer>(std::move(legs));
}
