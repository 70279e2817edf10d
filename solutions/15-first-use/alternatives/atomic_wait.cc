// YOUR FILE: the only one that is graded.
//
// A state that one thread moves on and the others wait for, in one atomic.
#include <atomic>
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    while (true) {
      State seen = kEmpty;
      if (state_.compare_exchange_strong(seen, kFetching)) return FetchIt();
      if (seen == kThere) return atlas_.get();
      state_.wait(kFetching);
    }
  }

 private:
  enum State : int { kEmpty, kFetching, kThere };

  const Atlas* FetchIt() {
    try {
      atlas_ = fetch_();
    } catch (...) {
      Enter(kEmpty);
      throw;
    }
    Enter(kThere);
    return atlas_.get();
  }

  void Enter(State state) {
    state_ = state;
    state_.notify_all();
  }

  const Fetch fetch_;
  std::atomic<State> state_ = kEmpty;
  std::unique_ptr<const Atlas> atlas_;  // Written in kFetching, read in kThere.
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
