// YOUR FILE: the only one that is graded.
//
// expect: data-race
// A detached thread runs on when the offer is gone, and uses what the inquiry was lent.
#include <future>
#include <thread>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs) {
    for (const Inquiry& leg : legs) {
      std::packaged_task<int()> task(leg);
      prices_.push_back(task.get_future());
      std::thread(std::move(task)).detach();
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
