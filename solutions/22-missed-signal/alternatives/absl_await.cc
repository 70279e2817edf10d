// YOUR FILE: the only one that is graded.
//
// The condition is the fact itself; the mutex asks it whenever somebody lets go.
#include "absl/synchronization/mutex.h"
#include "board.h"

namespace {

class HallBoard : public Board {
 public:
  void Announce(int gate) override {
    const absl::MutexLock lock(&mutex_);
    gate_ = gate;
  }

  int WaitForGate() override {
    const absl::ReaderMutexLock lock(&mutex_, absl::Condition(
                                                  +[](int* gate) { return *gate != 0; }, &gate_));
    return gate_;
  }

 private:
  absl::Mutex mutex_;
  int gate_ = 0;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<HallBoard>(); }
