// YOUR FILE: the only one that is graded.
//
// expect: crash
// get() takes the result out of a plain future. The second time there is none, and it throws.
#include <future>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs) {
    for (const Inquiry& leg : legs) prices_.push_back(std::async(std::launch::async, leg));
  }

  int Price() override {
    int total = 0;
    for (std::future<int>& price : prices_) total += price.get();
    return total;
  }

 private:
  std::vector<std::future<int>> prices_;
};

}  // namespace

std::unique_ptr<Offer> AskForJourney(std::vector<Inquiry> legs) {
  return std::make_unique<PendingOffer>(std::move(legs));
}
