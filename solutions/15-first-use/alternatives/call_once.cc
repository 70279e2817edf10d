// YOUR FILE: the only one that is graded.
//
// The library's own means: one call runs, the others wait for it, and a call that throws does not
// count.
#include <mutex>
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    std::call_once(once_, [this] { atlas_ = fetch_(); });
    return atlas_.get();
  }

 private:
  const Fetch fetch_;
  std::once_flag once_;
  std::unique_ptr<const Atlas> atlas_;  // Written once, in call_once().
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
