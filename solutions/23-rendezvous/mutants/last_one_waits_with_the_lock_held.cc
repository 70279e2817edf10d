// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// The last one waits until all others have gone, with the mutex in its hand that they need to go.
#include <condition_variable>
#include <mutex>
#include <semaphore>

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
      all_are_here_.notify_all();
      for (int i = 1; i < hikers_; ++i) gone_.acquire();
      return;
    }
    all_are_here_.wait(lock, [this, mine] { return meeting_ != mine; });
    gone_.release();
  }

 private:
  const int hikers_;
  std::mutex mutex_;
  std::condition_variable all_are_here_;
  std::counting_semaphore<> gone_{0};
  int arrived_ = 0;
  int meeting_ = 0;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
