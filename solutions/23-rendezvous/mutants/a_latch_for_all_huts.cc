// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// A latch is a barrier for one time: after the first hut it stays open.
#include <latch>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : latch_(hikers) {}

  void Meet() override {
    if (!latch_.try_wait()) latch_.count_down();
    latch_.wait();
  }

 private:
  std::latch latch_;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
