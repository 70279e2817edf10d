// YOUR FILE: the only one that is graded.
//
// The atlas is fetched once, and whoever comes later need not even touch the lock.
#include "reading_room.h"

#include <mutex>
#include <utility>

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  // TODO: make it safe to ask, for the first one, for those who come at the same moment, and for
  // all who come later.
  const Atlas* Get() override {
    if (atlas_ == nullptr) {
      const std::lock_guard lock(mutex_);
      if (atlas_ == nullptr) atlas_ = fetch_();
    }
    return atlas_.get();
  }

 private:
  const Fetch fetch_;
  std::mutex mutex_;
  std::unique_ptr<const Atlas> atlas_;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
