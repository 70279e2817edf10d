// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// One semaphore for all huts: a fast hiker takes a permit that was meant for a slow one.
#include <semaphore.h>

#include <mutex>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) { sem_init(&door_, 0, 0); }
  ~HikingGroup() override { sem_destroy(&door_); }

  void Meet() override {
    {
      const std::lock_guard lock(mutex_);
      if (++arrived_ == hikers_) {
        arrived_ = 0;
        for (int i = 0; i < hikers_; ++i) sem_post(&door_);
      }
    }
    sem_wait(&door_);
  }

 private:
  const int hikers_;
  std::mutex mutex_;
  sem_t door_;
  int arrived_ = 0;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
