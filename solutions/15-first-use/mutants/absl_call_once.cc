// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// absl::call_once() is made for code without exceptions: after one, everybody waits for a call that
// has gone.
#include <utility>

#include "absl/base/call_once.h"
#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    absl::call_once(once_, [this] { atlas_ = fetch_(); });
    return atlas_.get();
  }

 private:
  const Fetch fetch_;
  absl::once_flag once_;
  std::unique_ptr<const Atlas> atlas_;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
