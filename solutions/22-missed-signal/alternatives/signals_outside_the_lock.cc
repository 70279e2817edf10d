// YOUR FILE: the only one that is graded.
//
// The gate is written under the mutex, the signal given after it; passengers share the lock.
#include <condition_variable>
#include <mutex>
#include <shared_mutex>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override {
    {
      const std::lock_guard lock(mutex_);
      gate_ = gate;
    }
    announced_.notify_all();
  }

  int WaitForGate() override {
    std::shared_lock lock(mutex_);
    while (gate_ == 0) announced_.wait(lock);
    return gate_;
  }

 private:
  std::shared_mutex mutex_;
  std::condition_variable_any announced_;
  int gate_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
