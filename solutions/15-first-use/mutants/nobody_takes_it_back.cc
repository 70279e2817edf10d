// YOUR FILE: the only one that is graded.
//
// expect: leak
// The room closes, and its atlas stays behind: an atomic pointer owns nothing.
#include <atomic>
#include <mutex>
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    if (const Atlas* const there = there_.load(std::memory_order_acquire)) return there;
    const std::lock_guard lock(mutex_);
    if (there_.load(std::memory_order_relaxed) == nullptr) {
      there_.store(fetch_().release(), std::memory_order_release);
    }
    return there_.load(std::memory_order_relaxed);
  }

 private:
  const Fetch fetch_;
  std::mutex mutex_;
  std::atomic<const Atlas*> there_ = nullptr;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
