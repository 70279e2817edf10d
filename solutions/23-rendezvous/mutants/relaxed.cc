// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Counts and waits right, and orders nothing: what the others did before need not be seen.
#include <atomic>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) {}

  void Meet() override {
    const int mine = meeting_.load(std::memory_order_relaxed);
    if (arrived_.fetch_add(1, std::memory_order_relaxed) + 1 == hikers_) {
      arrived_.store(0, std::memory_order_relaxed);
      meeting_.fetch_add(1, std::memory_order_relaxed);
      meeting_.notify_all();
      return;
    }
    meeting_.wait(mine, std::memory_order_relaxed);
  }

 private:
  const int hikers_;
  std::atomic<int> arrived_ = 0;
  std::atomic<int> meeting_ = 0;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
