// YOUR FILE: the only one that is graded.
//
// A packaged_task joins the inquiry and its future; the threads are ours, and joined first of all.
#include <future>
#include <thread>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs) {
    for (Inquiry& leg : legs) {
      std::packaged_task<int()> task(std::move(leg));
      prices_.push_back(task.get_future());
      threads_.emplace_back(std::move(task));
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
