// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// The count is never reset, and "a multiple of the group" comes and goes like zero does.
#include <condition_variable>
#include <mutex>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) {}

  void Meet() override {
    std::unique_lock lock(mutex_);
    if (++arrived_ % hikers_ == 0) {
      all_are_here_.notify_all();
      return;
    }
    all_are_here_.wait(lock, [this] { return arrived_ % hikers_ == 0; });
  }

 private:
  const int hikers_;
  std::mutex mutex_;
  std::condition_variable all_are_here_;
  int arrived_ = 0;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
