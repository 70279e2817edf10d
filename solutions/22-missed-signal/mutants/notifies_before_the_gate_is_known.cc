// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// Who is woken looks, sees no gate yet, and sleeps again: the signal was too early.
#include <condition_variable>
#include <mutex>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override {
    announced_.notify_all();
    const std::lock_guard lock(mutex_);
    gate_ = gate;
  }

  int WaitForGate() override {
    std::unique_lock lock(mutex_);
    announced_.wait(lock, [this] { return gate_ != 0; });
    return gate_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable announced_;
  int gate_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
