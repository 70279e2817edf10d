// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// Whoever has read the news resets the flag: it was meant for everybody.
#include <condition_variable>
#include <mutex>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override {
    const std::lock_guard lock(mutex_);
    gate_ = gate;
    known_ = true;
    announced_.notify_all();
  }

  int WaitForGate() override {
    std::unique_lock lock(mutex_);
    announced_.wait(lock, [this] { return known_; });
    known_ = false;
    return gate_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable announced_;
  int gate_ = 0;
  bool known_ = false;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
