// YOUR FILE: the only one that is graded.
//
// A promise is kept once; a shared future can be asked by many, and as often as they like.
#include <future>

#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override { promise_.set_value(gate); }

  int WaitForGate() override { return future_.get(); }

 private:
  std::promise<int> promise_;
  const std::shared_future<int> future_ = promise_.get_future().share();
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
