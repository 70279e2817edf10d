// YOUR FILE: the only one that is graded.
//
// One promise for the whole journey: whoever ends last keeps it.
#include <exception>
#include <future>
#include <mutex>
#include <thread>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs) : missing_(legs.size()) {
    for (Inquiry& leg : legs) threads_.emplace_back([this, leg = std::move(leg)] { Ask(leg); });
  }

  int Price() override { return price_.get(); }

 private:
  void Ask(const Inquiry& leg) {
    int price = 0;
    std::exception_ptr error;
    try {
      price = leg();
    } catch (...) {
      error = std::current_exception();
    }
    const std::lock_guard lock(mutex_);
    total_ += price;
    if (error) error_ = error;
    if (--missing_ > 0) return;
    if (error_) {
      promise_.set_exception(error_);
    } else {
      promise_.set_value(total_);
    }
  }

  std::mutex mutex_;
  std::size_t missing_;  // Guarded by mutex_, like the next two.
  int total_ = 0;
  std::exception_ptr error_;
  std::promise<int> promise_;
  std::shared_future<int> price_ = promise_.get_future().share();
  std::vector<std::jthread> threads_;  // Last, so joined before the rest is destroyed.
};

}  // namespace

std::unique_ptr<Offer> AskForJourney(std::vector<Inquiry> legs) {
  return std::make_unique<PendingOffer>(std::move(legs));
}
