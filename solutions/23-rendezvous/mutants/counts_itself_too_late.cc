// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// Compares before it counts: the group is never complete.
#include <condition_variable>
#include <mutex>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) {}

  void Meet() override {
    std::unique_lock lock(mutex_);
    const int mine = meeting_;
    if (arrived_++ == hikers_) {
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
  int arrived_ = 0;
  int meeting_ = 0;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
