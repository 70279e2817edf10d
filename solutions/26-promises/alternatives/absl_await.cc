// YOUR FILE: the only one that is graded.
//
// Abseil has no futures: a counter guarded by a mutex, and a condition to wait for.
#include <exception>
#include <thread>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs) : missing_(legs.size()) {
    for (Inquiry& leg : legs) threads_.emplace_back([this, leg = std::move(leg)] { Ask(leg); });
  }

  int Price() override {
    const absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(this, &PendingOffer::Complete));
    if (error_) std::rethrow_exception(error_);
    return total_;
  }

 private:
  bool Complete() const ABSL_SHARED_LOCKS_REQUIRED(mutex_) { return missing_ == 0; }

  void Ask(const Inquiry& leg) {
    int price = 0;
    std::exception_ptr error;
    try {
      price = leg();
    } catch (...) {
      error = std::current_exception();
    }
    const absl::MutexLock lock(&mutex_);
    total_ += price;
    if (error) error_ = error;
    --missing_;
  }

  absl::Mutex mutex_;
  std::size_t missing_ ABSL_GUARDED_BY(mutex_);
  int total_ ABSL_GUARDED_BY(mutex_) = 0;
  std::exception_ptr error_ ABSL_GUARDED_BY(mutex_);
  std::vector<std::jthread> threads_;
};

}  // namespace

std::unique_ptr<Offer> AskForJourney(std::vector<Inquiry> legs) {
  return std::make_unique<PendingOffer>(std::move(legs));
}
