// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// One permit for any number of passengers: the first takes it along.
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
    return gate_;
  }

 private:
  std::binary_semaphore known_{0};
  int gate_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
