// YOUR FILE: the only one that is graded.
//
// Those who find the atlas share the lock; whoever does not looks once more when he has it alone.
#include <mutex>
#include <shared_mutex>
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    {
      const std::shared_lock lock(mutex_);
      if (atlas_ != nullptr) return atlas_.get();
    }
    const std::unique_lock lock(mutex_);
    if (atlas_ == nullptr) atlas_ = fetch_();
    return atlas_.get();
  }

 private:
  const Fetch fetch_;
  std::shared_mutex mutex_;
  std::unique_ptr<const Atlas> atlas_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
