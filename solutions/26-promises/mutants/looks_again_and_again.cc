// YOUR FILE: the only one that is graded.
//
// expect: forbidden
// A timed wait of no time at all, and a yield: the customer asks and asks instead of waiting.
#include <chrono>
#include <future>
#include <thread>
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
    for (const std::shared_future<int>& price : prices_) {
      while (price.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        std::this_thread::yield();
      }
      total += price.get();
    }
    return total;
  }

 private:
  std::vector<std::shared_future<int>> prices_;
};

}  // namespace

std::unique_ptr<Offer> AskForJourney(std::vector<Inquiry> legs) {
  return std::make_unique<PendingOffer>(std::move(legs));
}
