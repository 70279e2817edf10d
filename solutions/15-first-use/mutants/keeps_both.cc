// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Looks only before the lock and throws nothing away: two readers sit over two different atlases.
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
    if (const Atlas* const there = there_.load(std::memory_order_acquire)) return there;
    const std::lock_guard lock(mutex_);
    atlases_.push_back(fetch_());
    there_.store(atlases_.back().get(), std::memory_order_release);
    return atlases_.back().get();
  }

 private:
  const Fetch fetch_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<const Atlas>> atlases_;  // Guarded by mutex_.
  std::atomic<const Atlas*> there_ = nullptr;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
