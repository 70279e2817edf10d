// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// A deferred function starts when somebody waits for it, in the thread that waits.
#include <future>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs) {
    for (const Inquiry& leg : legs) prices_.push_back(std::async(std::launch::deferred, leg));
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
