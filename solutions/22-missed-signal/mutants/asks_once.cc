// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// `if` for the loop: a condition variable may wake a thread for no reason, and there is no gate
// yet.
#include <condition_variable>
#include <mutex>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override {
    const std::lock_guard lock(mutex_);
    gate_ = gate;
    announced_.notify_all();
  }

  int WaitForGate() override {
    std::unique_lock lock(mutex_);
    if (gate_ == 0) announced_.wait(lock);
    return gate_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable announced_;
  int gate_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
