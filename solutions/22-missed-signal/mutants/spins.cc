// YOUR FILE: the only one that is graded.
//
// expect: forbidden
// An atomic gate, and a passenger who never takes the eyes off it: a core is busy with waiting.
#include <atomic>
#include <thread>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override { gate_ = gate; }

  int WaitForGate() override {
    while (gate_ == 0) std::this_thread::yield();
    return gate_;
  }

 private:
  std::atomic<int> gate_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
