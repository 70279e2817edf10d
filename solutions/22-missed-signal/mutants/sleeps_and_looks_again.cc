// YOUR FILE: the only one that is graded.
//
// expect: forbidden
// An atomic gate, and a nap between two looks.
#include <atomic>
#include <chrono>
#include <thread>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override { gate_ = gate; }

  int WaitForGate() override {
    while (gate_ == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return gate_;
  }

 private:
  std::atomic<int> gate_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
