// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The first answer completes the journey, and the sum is told before the other airline has
// answered.
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs) {
    for (const Inquiry& leg : legs) threads_.emplace_back([this, leg] { Ask(leg); });
  }

  int Price() override {
    std::unique_lock lock(mutex_);
    complete_.wait(lock, [this] { return answers_ > 0; });
    if (error_) std::rethrow_exception(error_);
    return total_;
  }

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
    ++answers_;
    complete_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable complete_;
  int answers_ = 0;
  int total_ = 0;
  std::exception_ptr error_;
  std::vector<std::jthread> threads_;
};

}  // namespace

std::unique_ptr<Offer> AskForJourney(std::vector<Inquiry> legs) {
  return std::make_unique<PendingOffer>(std::move(legs));
}
