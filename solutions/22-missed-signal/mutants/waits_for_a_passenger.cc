// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// The announcer waits until somebody has come to hear it: nobody is missed, and perhaps nobody
// comes.
#include <condition_variable>
#include <mutex>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override {
    std::unique_lock lock(mutex_);
    gate_ = gate;
    announced_.notify_all();
    somebody_came_.wait(lock, [this] { return passengers_ > 0; });
  }

  int WaitForGate() override {
    std::unique_lock lock(mutex_);
    ++passengers_;
    somebody_came_.notify_all();
    announced_.wait(lock, [this] { return gate_ != 0; });
    return gate_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable announced_;
  std::condition_variable somebody_came_;
  int gate_ = 0;
  int passengers_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
