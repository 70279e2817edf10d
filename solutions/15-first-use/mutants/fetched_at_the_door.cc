// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Fetches when the room is opened: no race, and no first use either.
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(const Fetch& fetch) : atlas_(fetch()) {}

  const Atlas* Get() override { return atlas_.get(); }

 private:
  const std::unique_ptr<const Atlas> atlas_;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
