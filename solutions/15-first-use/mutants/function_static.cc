// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// A function static is made once for the whole program: all rooms have the same atlas.
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    static const Atlas* const atlas = fetch_().release();
    return atlas;
  }

 private:
  const Fetch fetch_;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
