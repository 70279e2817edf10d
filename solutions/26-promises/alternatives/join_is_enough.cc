// YOUR FILE: the only one that is graded.
//
// Joining a thread is waiting for its result: whoever asks first joins, and then every slot is
// full.
#include <exception>
#include <thread>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs) : answers_(legs.size()) {
    for (std::size_t i = 0; i < legs.size(); ++i) {
      threads_.emplace_back([answer = &answers_[i], leg = std::move(legs[i])] {
        try {
          answer->price = leg();
        } catch (...) {
          answer->error = std::current_exception();
        }
      });
    }
  }

  int Price() override {
    threads_.clear();
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
  std::vector<std::jthread> threads_;
};

}  // namespace

std::unique_ptr<Offer> AskForJourney(std::vector<Inquiry> legs) {
  return std::make_unique<PendingOffer>(std::move(legs));
}
