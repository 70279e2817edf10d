// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// The gate is atomic and set without the mutex: it may come after a passenger has looked and before
// it sleeps.
#include <atomic>
#include <condition_variable>
#include <mutex>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override {
    gate_ = gate;
    announced_.notify_all();
  }

  int WaitForGate() override {
    std::unique_lock lock(mutex_);
    announced_.wait(lock, [this] { return gate_ != 0; });
    return gate_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable announced_;
  std::atomic<int> gate_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
