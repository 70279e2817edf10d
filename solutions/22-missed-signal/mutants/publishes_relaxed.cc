// YOUR FILE: the only one that is graded.
//
// expect: data-race
// atomic wait and notify, all relaxed: the gate arrives, and what was done before it need not.
#include <atomic>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override {
    gate_.store(gate, std::memory_order_relaxed);
    gate_.notify_all();
  }

  int WaitForGate() override {
    gate_.wait(0, std::memory_order_relaxed);
    return gate_.load(std::memory_order_relaxed);
  }

 private:
  std::atomic<int> gate_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
