// YOUR FILE: the only one that is graded.
//
// POSIX has it as well.
#include <pthread.h>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) {
    pthread_barrier_init(&barrier_, nullptr, static_cast<unsigned>(hikers));
  }
  ~HikingGroup() override { pthread_barrier_destroy(&barrier_); }

  void Meet() override { pthread_barrier_wait(&barrier_); }

 private:
  pthread_barrier_t barrier_;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
