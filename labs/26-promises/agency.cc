// YOUR FILE: the only one that is graded.
//
// Each leg is asked in a thread of its own, and a promise carries its price to the offer. Customers
// wait too long, and some are told of a broken promise when all that happened was a full plane.
#include "agency.h"

#include <future>
#include <utility>

namespace {

class PendingOffer : public Offer {
 public:
  // TODO: ask all airlines at the same time, and let every answer reach the customer, bad ones too.
  explicit PendingOffer(std::vector<Inquiry> legs) {
    for (Inquiry& leg : legs) {
      std::promise<int> promise;
      prices_.push_back(promise.get_future().share());
      // The compiler warns of a future that nobody keeps, so it has a name.
      const std::future<void> running = std::async(
          std::launch::async, [leg = std::move(leg), promise = std::move(promise)]() mutable {
            promise.set_value(leg());
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
};

}  // namespace

std::unique_ptr<Offer> AskForJourney(std::vector<Inquiry> legs) {
  return std::make_unique<PendingOffer>(std::move(legs));
}
