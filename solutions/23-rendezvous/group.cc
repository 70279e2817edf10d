// YOUR FILE: the only one that is graded.
//
// Every meeting has a number. A hiker waits until its own meeting is over, and over it stays.
#include "group.h"

#include <condition_variable>
#include <mutex>

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) {}

  // The count belongs to the current meeting alone, and may be reset when that is over: nobody
  // waits for the count. The number only grows, so a hiker who wakes late still sees that it has
  // changed.
  void Meet() override {
    std::unique_lock lock(mutex_);
    const int mine = meeting_;
    if (++arrived_ == hikers_) {
      arrived_ = 0;
      ++meeting_;
      all_are_here_.notify_all();
      return;
    }
    all_are_here_.wait(lock, [this, mine] { return meeting_ != mine; });
  }

 private:
  const int hikers_;
  std::mutex mutex_;
  std::condition_variable all_are_here_;
  int arrived_ = 0;  // At the current meeting. Guarded by mutex_, as is the next.
  int meeting_ = 0;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
