// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// The customer goes on, and the airlines are asked one after the other by a single thread.
#include <future>
#include <utility>

#include "agency.h"

namespace {

class PendingOffer : public Offer {
 public:
  explicit PendingOffer(std::vector<Inquiry> legs)
      : price_(std::async(std::launch::async, [legs = std::move(legs)] {
          int total = 0;
          for (const Inquiry& leg : legs) total += leg();
          return total;
        })) {}

  int Price() override { return price_.get(); }

 private:
  std::shared_future<int> price_;
};

}  // namespace

std::unique_ptr<Offer> AskForJourney(std::vector<Inquiry> legs) {
  return std::make_unique<PendingOffer>(std::move(legs));
}
