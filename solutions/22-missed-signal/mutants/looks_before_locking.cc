// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// Looks, then locks, then sleeps: the announcement may come between the look and the lock.
#include <atomic>
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
    if (gate_ != 0) return gate_;
    std::unique_lock lock(mutex_);
    announced_.wait(lock);
    return gate_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable announced_;
  std::atomic<int> gate_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
