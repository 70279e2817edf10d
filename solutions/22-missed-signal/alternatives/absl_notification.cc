// YOUR FILE: the only one that is graded.
//
// absl::Notification is this very thing: something that happens once, and stays so.
#include "absl/synchronization/notification.h"
#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override {
    gate_ = gate;
    known_.Notify();
  }

  int WaitForGate() override {
    known_.WaitForNotification();
    return gate_;
  }

 private:
  absl::Notification known_;
  int gate_ = 0;  // Written before Notify(), read after.
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
