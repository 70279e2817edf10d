// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// Nobody keeps the future that async returns: its destructor waits at the end of the statement.
#include <future>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs) {
    for (const Inquiry& leg : legs) {
      std::promise<int> promise;
      prices_.push_back(promise.get_future());
      static_cast<void>(
          std::async(std::launch::async, [leg, promise = std::move(promise)]() mutable {
            try {
              promise.set_value(leg());
            } catch (...) {
              promise.set_exception(std::current_exception());
            }
          }));
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
