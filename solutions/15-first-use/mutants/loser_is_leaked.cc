// YOUR FILE: the only one that is graded.
//
// expect: leak
// Two may fetch and one wins; nobody takes the other one's atlas back.
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
    const Atlas* const mine = fetch_().release();
    if (atlas_.compare_exchange_strong(there, mine, std::memory_order_acq_rel,
                                       std::memory_order_acquire)) {
      return mine;
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
