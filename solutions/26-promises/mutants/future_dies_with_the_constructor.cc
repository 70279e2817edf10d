// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// The futures outlive the loop and not the constructor: the legs run at once, and the customer
// waits.
#include <future>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs) {
    std::vector<std::future<void>> running;
    for (const Inquiry& leg : legs) {
      std::packaged_task<int()> task(leg);
      prices_.push_back(task.get_future());
      running.push_back(std::async(std::launch::async, std::move(task)));
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
