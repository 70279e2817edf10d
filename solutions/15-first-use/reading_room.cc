// YOUR FILE: the only one that is graded.
//
// Double-checked locking as it has to be: the pointer that is looked at without the lock is an
// atomic, published when the atlas is there, and not before.
#include "reading_room.h"

#include <atomic>
#include <mutex>
#include <utility>

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    // Acquire: whoever sees the pointer also sees what the fetch wrote before it was released.
    if (const Atlas* const there = there_.load(std::memory_order_acquire)) return there;
    const std::lock_guard lock(mutex_);
    // Somebody may have been faster between the first look and the lock.
    if (atlas_ == nullptr) {
      atlas_ = fetch_();  // If this throws, the guard lets go and nothing has been changed.
      there_.store(atlas_.get(), std::memory_order_release);
    }
    return atlas_.get();
  }

 private:
  const Fetch fetch_;
  std::mutex mutex_;
  std::unique_ptr<const Atlas> atlas_;  // Guarded by mutex_.
  std::atomic<const Atlas*> there_ = nullptr;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
