// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The latch is opened before the gate is written.
#include <latch>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override {
    known_.count_down();
    gate_ = gate;
  }

  int WaitForGate() override {
    known_.wait();
    return gate_;
  }

 private:
  std::latch known_{1};
  int gate_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
