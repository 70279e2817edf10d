// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The exception is caught inside call_once(), so the flag is set for ever: nobody tries again.
#include <exception>
#include <mutex>
#include <utility>

#include "reading_room.h"

namespace {

class Library : public ReadingRoom {
 public:
  explicit Library(Fetch fetch) : fetch_(std::move(fetch)) {}

  const Atlas* Get() override {
    std::call_once(once_, [this] {
      try {
        atlas_ = fetch_();
      } catch (...) {
        failure_ = std::current_exception();
      }
    });
    if (failure_ != nullptr) std::rethrow_exception(failure_);
    return atlas_.get();
  }

 private:
  const Fetch fetch_;
  std::once_flag once_;
  std::unique_ptr<const Atlas> atlas_;
  std::exception_ptr failure_;
};

}  // namespace

std::unique_ptr<ReadingRoom> MakeReadingRoom(Fetch fetch) {
  return std::make_unique<Library>(std::move(fetch));
}
