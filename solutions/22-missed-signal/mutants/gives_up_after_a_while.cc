// YOUR FILE: the only one that is graded.
//
// expect: forbidden
// Waits for a second at most, then takes what is there, which may be nothing.
#include <chrono>
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
    announced_.wait_for(lock, std::chrono::seconds(1));
    return gate_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable announced_;
  int gate_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
