// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The legs end at the same time, and all of them add to one number. Only the count is atomic.
#include <atomic>
#include <exception>
#include <latch>
#include <thread>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs)
      : all_(static_cast<std::ptrdiff_t>(legs.size())) {
    for (const Inquiry& leg : legs) threads_.emplace_back([this, leg] { Ask(leg); });
  }

  int Price() override {
    all_.wait();
    if (error_) std::rethrow_exception(error_);
    return total_;
  }

 private:
  void Ask(const Inquiry& leg) {
    try {
      total_ += leg();
    } catch (...) {
      error_ = std::current_exception();
    }
    all_.count_down();
  }

  std::latch all_;
  int total_ = 0;
  std::exception_ptr error_;
  std::vector<std::jthread> threads_;
};

}  // namespace

std::unique_ptr<Offer> AskForJourney(std::vector<Inquiry> legs) {
  return std::make_unique<PendingOffer>(std::move(legs));
}
