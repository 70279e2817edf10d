// YOUR FILE: the only one that is graded.
//
// expect: data-race
// arrive() says "I am here" and goes on; the waiting is another call.
#include <barrier>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : barrier_(hikers) {}

  void Meet() override { static_cast<void>(barrier_.arrive()); }

 private:
  std::barrier<> barrier_;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
