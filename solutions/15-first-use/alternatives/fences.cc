// YOUR FILE: the only one that is graded.
//
// Relaxed accesses and two fences: the pair does what acquire and release do.
#include <atomic>
#include <mutex>
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    if (const Atlas* const there = there_.load(std::memory_order_relaxed)) {
      std::atomic_thread_fence(std::memory_order_acquire);
      return there;
    }
    const std::lock_guard lock(mutex_);
    if (atlas_ == nullptr) {
      atlas_ = fetch_();
      std::atomic_thread_fence(std::memory_order_release);
      there_.store(atlas_.get(), std::memory_order_relaxed);
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
