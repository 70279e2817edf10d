// YOUR FILE: the only one that is graded.
//
// The lock every time: slower for those who come later, and as simple as it gets.
#include <mutex>
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    const std::lock_guard lock(mutex_);
    if (atlas_ == nullptr) atlas_ = fetch_();
    return atlas_.get();
  }

 private:
  const Fetch fetch_;
  std::mutex mutex_;
  std::unique_ptr<const Atlas> atlas_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
