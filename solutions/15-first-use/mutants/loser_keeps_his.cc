// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Whoever loses the exchange returns his own atlas all the same.
#include <atomic>
#include <mutex>
#include <utility>
#include <vector>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    const Atlas* there = atlas_.load(std::memory_order_acquire);
    if (there != nullptr) return there;
    const std::lock_guard lock(mutex_);
    fetched_.push_back(fetch_());
    const Atlas* const mine = fetched_.back().get();
    atlas_.compare_exchange_strong(there, mine);
    return mine;
  }

 private:
  const Fetch fetch_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<const Atlas>> fetched_;  // Guarded by mutex_.
  std::atomic<const Atlas*> atlas_ = nullptr;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
