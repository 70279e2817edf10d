// YOUR FILE: the only one that is graded.
//
// expect: data-race
// A flag beside the atlas, as plain as the pointer was: it is read while another thread writes it.
#include <mutex>
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    if (!fetched_) {
      const std::lock_guard lock(mutex_);
      if (!fetched_) {
        atlas_ = fetch_();
        fetched_ = true;
      }
    }
    return atlas_.get();
  }

 private:
  const Fetch fetch_;
  std::mutex mutex_;
  std::unique_ptr<const Atlas> atlas_;
  bool fetched_ = false;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
