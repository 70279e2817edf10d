// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// The count changes and the bell rings without the mutex, just after the customer looked and just
// before she falls asleep.
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs) : missing_(static_cast<int>(legs.size())) {
    for (const Inquiry& leg : legs) threads_.emplace_back([this, leg] { Ask(leg); });
  }

  int Price() override {
    std::unique_lock lock(mutex_);
    complete_.wait(lock, [this] { return missing_ == 0; });
    if (error_) std::rethrow_exception(error_);
    return total_;
  }

 private:
  void Ask(const Inquiry& leg) {
    try {
      const int price = leg();
      const std::lock_guard lock(mutex_);
      total_ += price;
    } catch (...) {
      const std::lock_guard lock(mutex_);
      error_ = std::current_exception();
    }
    if (--missing_ == 0) complete_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable complete_;
  std::atomic<int> missing_;
  int total_ = 0;
  std::exception_ptr error_;
  std::vector<std::jthread> threads_;
};

}  // namespace

std::unique_ptr<Offer> AskForJourney(std::vector<Inquiry> legs) {
  return std::make_unique<PendingOffer>(std::move(legs));
}
