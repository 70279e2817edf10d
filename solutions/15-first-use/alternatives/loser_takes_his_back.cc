// YOUR FILE: the only one that is graded.
//
// No lock: everybody who finds nothing fetches, one wins, and the others put theirs back.
#include <atomic>
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}
  ~Library() override { delete atlas_.load(); }

  const Atlas* Get() override {
    const Atlas* there = atlas_.load(std::memory_order_acquire);
    if (there != nullptr) return there;
    std::unique_ptr<const Atlas> mine = fetch_();
    // Release for those who will see mine; acquire for me, if I see the winner's.
    if (atlas_.compare_exchange_strong(there, mine.get(), std::memory_order_acq_rel,
                                       std::memory_order_acquire)) {
      return mine.release();
    }
    return there;
  }

 private:
  const Fetch fetch_;
  std::atomic<const Atlas*> atlas_ = nullptr;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
