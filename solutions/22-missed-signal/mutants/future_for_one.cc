// YOUR FILE: the only one that is graded.
//
// expect: crash
// A std::future gives its value away once; the second get() throws.
#include <future>
#include <mutex>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override { promise_.set_value(gate); }

  int WaitForGate() override {
    const std::lock_guard lock(mutex_);
    return future_.get();
  }

 private:
  std::mutex mutex_;
  std::promise<int> promise_;
  std::future<int> future_ = promise_.get_future();
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
