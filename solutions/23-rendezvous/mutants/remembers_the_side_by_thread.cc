// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// A thread remembers which side the door was on, for all its groups together.
#include <condition_variable>
#include <mutex>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) {}

  void Meet() override {
    thread_local bool side = false;
    side = !side;
    std::unique_lock lock(mutex_);
    if (++arrived_ == hikers_) {
      arrived_ = 0;
      side_ = side;
      all_are_here_.notify_all();
      return;
    }
    all_are_here_.wait(lock, [this] { return side_ == side; });
  }

 private:
  const int hikers_;
  std::mutex mutex_;
  std::condition_variable all_are_here_;
  int arrived_ = 0;
  bool side_ = false;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
