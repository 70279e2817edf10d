// YOUR FILE: the only one that is graded.
//
// expect: data-race
// A relaxed flag says that the atlas is there, and does not make it seen.
#include <atomic>
#include <mutex>
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    if (!fetched_.load(std::memory_order_relaxed)) {
      const std::lock_guard lock(mutex_);
      if (atlas_ == nullptr) atlas_ = fetch_();
      fetched_.store(true, std::memory_order_relaxed);
    }
    return atlas_.get();
  }

 private:
  const Fetch fetch_;
  std::mutex mutex_;
  std::unique_ptr<const Atlas> atlas_;
  std::atomic<bool> fetched_ = false;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
