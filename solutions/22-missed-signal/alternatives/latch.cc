// YOUR FILE: the only one that is graded.
//
// A latch stays open once it has been opened: it remembers.
#include <latch>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override {
    gate_ = gate;
    known_.count_down();
  }

  int WaitForGate() override {
    known_.wait();
    return gate_;
  }

 private:
  std::latch known_{1};
  int gate_ = 0;  // Written before the latch opens, read after.
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
