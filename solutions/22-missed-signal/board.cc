// YOUR FILE: the only one that is graded.
//
// The gate itself is the memory that a signal has not: who comes late finds it, who comes early
// waits for it.
#include "board.h"

#include <condition_variable>
#include <mutex>

namespace {

class HallBoard : public Board {
 public:
  // With the mutex, so that no passenger is between its look at the gate and its sleep.
  void Announce(int gate) override {
    const std::lock_guard lock(mutex_);
    gate_ = gate;
    announced_.notify_all();
  }

  // Asks before the first sleep, for those who come late, and after each wakeup, for those who are
  // woken for no reason.
  int WaitForGate() override {
    std::unique_lock lock(mutex_);
    announced_.wait(lock, [this] { return gate_ != kUnknown; });
    return gate_;
  }

 private:
  static constexpr int kUnknown = 0;

  std::mutex mutex_;
  std::condition_variable announced_;
  int gate_ = kUnknown;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
