// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Remembers that it has asked, and not whether the atlas came: after an exception there is none.
#include <mutex>
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    const std::lock_guard lock(mutex_);
    if (!asked_) {
      asked_ = true;
      atlas_ = fetch_();
    }
    return atlas_.get();
  }

 private:
  const Fetch fetch_;
  std::mutex mutex_;
  std::unique_ptr<const Atlas> atlas_;
  bool asked_ = false;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
