// YOUR FILE: the only one that is graded.
//
// The gate is its own state: wait() sleeps only while it is still 0.
#include <atomic>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override {
    gate_.store(gate);
    gate_.notify_all();
  }

  int WaitForGate() override {
    gate_.wait(0);
    return gate_.load();
  }

 private:
  std::atomic<int> gate_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
