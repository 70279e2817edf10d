// YOUR FILE: the only one that is graded.
//
// Plain futures can be asked once. So the offer asks them once, and keeps what it was told.
#include <exception>
#include <future>
#include <optional>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs) {
    for (const Inquiry& leg : legs) futures_.push_back(std::async(std::launch::async, leg));
  }

  int Price() override {
    if (!total_ && !error_) Find();
    if (error_) std::rethrow_exception(error_);
    return *total_;
  }

 private:
  void Find() {
    try {
      int total = 0;
      for (std::future<int>& future : futures_) total += future.get();
      total_ = total;
    } catch (...) {
      error_ = std::current_exception();
    }
  }

  std::vector<std::future<int>> futures_;
  std::optional<int> total_;
  std::exception_ptr error_;
};

}  // namespace

std::unique_ptr<Offer> AskForJourney(std::vector<Inquiry> legs) {
  return std::make_unique<PendingOffer>(std::move(legs));
}
