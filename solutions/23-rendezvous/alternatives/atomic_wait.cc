// YOUR FILE: the only one that is graded.
//
// A count and a number, both atomic; who waits sleeps until the number changes.
#include <atomic>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) {}

  void Meet() override {
    const int mine = meeting_.load();
    if (arrived_.fetch_add(1) + 1 == hikers_) {
      // Nobody arrives at the next hut before the number has changed.
      arrived_.store(0);
      meeting_.fetch_add(1);
      meeting_.notify_all();
      return;
    }
    meeting_.wait(mine);
  }

 private:
  const int hikers_;
  std::atomic<int> arrived_ = 0;
  std::atomic<int> meeting_ = 0;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
