// YOUR FILE: the only one that is graded.
//
// Two doors. All are through the first before the second opens, and the other way round.
#include <semaphore.h>

#include <mutex>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) {
    sem_init(&in_, 0, 0);
    sem_init(&out_, 0, 0);
  }
  ~HikingGroup() override {
    sem_destroy(&in_);
    sem_destroy(&out_);
  }

  void Meet() override {
    Count(+1, hikers_, in_);
    sem_wait(&in_);
    Count(-1, 0, out_);
    sem_wait(&out_);
  }

 private:
  // Opens the door for all when the count gets to `complete`.
  void Count(int change, int complete, sem_t& door) {
    const std::lock_guard lock(mutex_);
    arrived_ += change;
    if (arrived_ != complete) return;
    for (int i = 0; i < hikers_; ++i) sem_post(&door);
  }

  const int hikers_;
  std::mutex mutex_;
  sem_t in_;
  sem_t out_;
  int arrived_ = 0;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
