// YOUR FILE: the only one that is graded.
//
// One permit, which every passenger passes on to the next.
#include <semaphore>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override {
    gate_ = gate;
    known_.release();
  }

  int WaitForGate() override {
    known_.acquire();
    known_.release();
    return gate_;
  }

 private:
  std::counting_semaphore<> known_{0};
  int gate_ = 0;  // Written before the first release.
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
