// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// An atomic wait sleeps like any other, and nobody wakes it.
#include <atomic>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override { gate_ = gate; }

  int WaitForGate() override {
    gate_.wait(0);
    return gate_;
  }

 private:
  std::atomic<int> gate_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
