// YOUR FILE: the only one that is graded.
//
// expect: forbidden
// Looks at the number of the meeting every millisecond, and needs no signal.
#include <chrono>
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
    if (++arrived_ == hikers_) {
      arrived_ = 0;
      ++meeting_;
      return;
    }
    while (meeting_ == mine) all_are_here_.wait_for(lock, std::chrono::milliseconds(1));
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
