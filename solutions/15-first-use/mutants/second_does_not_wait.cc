// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The first one fetches; who comes meanwhile is given what is there, and nothing is.
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
    if (!mutex_.try_lock()) return there_.load(std::memory_order_acquire);
    const std::lock_guard lock(mutex_, std::adopt_lock);
    if (atlas_ == nullptr) {
      atlas_ = fetch_();
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
