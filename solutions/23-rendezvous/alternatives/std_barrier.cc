// YOUR FILE: the only one that is graded.
//
// The library has it: a barrier with phases.
#include <barrier>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : barrier_(hikers) {}

  void Meet() override { barrier_.arrive_and_wait(); }

 private:
  std::barrier<> barrier_;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
