// YOUR FILE: the only one that is graded.
//
// Abseil's mutex around the slow way, an atomic for the fast one.
#include <atomic>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    if (const Atlas* const there = there_.load(std::memory_order_acquire)) return there;
    const absl::MutexLock lock(&mutex_);
    if (atlas_ == nullptr) {
      atlas_ = fetch_();
      there_.store(atlas_.get(), std::memory_order_release);
    }
    return atlas_.get();
  }

 private:
  const Fetch fetch_;
  absl::Mutex mutex_;
  std::unique_ptr<const Atlas> atlas_ ABSL_GUARDED_BY(mutex_);
  std::atomic<const Atlas*> there_ = nullptr;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
