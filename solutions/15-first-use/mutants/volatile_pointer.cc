// YOUR FILE: the only one that is graded.
//
// expect: data-race
// volatile makes the compiler read the pointer each time. It orders nothing between two threads.
#include <mutex>
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    if (const Atlas* const there = there_) return there;
    const std::lock_guard lock(mutex_);
    if (atlas_ == nullptr) {
      atlas_ = fetch_();
      there_ = atlas_.get();
    }
    return atlas_.get();
  }

 private:
  const Fetch fetch_;
  std::mutex mutex_;
  std::unique_ptr<const Atlas> atlas_;  // Guarded by mutex_.
  const Atlas* volatile there_ = nullptr;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
