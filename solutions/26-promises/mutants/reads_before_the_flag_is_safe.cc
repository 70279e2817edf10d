// YOUR FILE: the only one that is graded.
//
// expect: data-race
// A relaxed count says that the prices are there and orders nothing, so the sum may be read too
// early.
#include <atomic>
#include <exception>
#include <thread>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs)
      : answers_(legs.size()), missing_(static_cast<int>(legs.size())) {
    for (std::size_t i = 0; i < legs.size(); ++i) {
      threads_.emplace_back([this, i, leg = std::move(legs[i])] {
        try {
          answers_[i].price = leg();
        } catch (...) {
          answers_[i].error = std::current_exception();
        }
        missing_.fetch_sub(1, std::memory_order_relaxed);
        missing_.notify_all();
      });
    }
  }

  int Price() override {
    for (int missing = missing_; missing > 0; missing = missing_) {
      missing_.wait(missing);
    }
    int total = 0;
    for (const Answer& answer : answers_) {
      if (answer.error) std::rethrow_exception(answer.error);
      total += answer.price;
    }
    return total;
  }

 private:
  struct Answer {
    int price = 0;
    std::exception_ptr error;
  };
  std::vector<Answer> answers_;
  std::atomic<int> missing_;
  std::vector<std::jthread> threads_;
};

}  // namespace

std::unique_ptr<Offer> AskForJourney(std::vector<Inquiry> legs) {
  return std::make_unique<PendingOffer>(std::move(legs));
}
