// YOUR FILE: the only one that is graded.
//
// Fetches without the lock; the others sleep until it has come, or until it is their turn to try.
#include <condition_variable>
#include <mutex>
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !fetching_; });
    if (atlas_ != nullptr) return atlas_.get();
    fetching_ = true;
    lock.unlock();
    std::unique_ptr<const Atlas> fetched;
    try {
      fetched = fetch_();
    } catch (...) {
      Finish(nullptr);
      throw;
    }
    return Finish(std::move(fetched));
  }

 private:
  const Atlas* Finish(std::unique_ptr<const Atlas> fetched) {
    const std::lock_guard lock(mutex_);
    fetching_ = false;
    atlas_ = std::move(fetched);
    changed_.notify_all();
    return atlas_.get();
  }

  const Fetch fetch_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool fetching_ = false;  // Guarded by mutex_, as is the atlas.
  std::unique_ptr<const Atlas> atlas_;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
