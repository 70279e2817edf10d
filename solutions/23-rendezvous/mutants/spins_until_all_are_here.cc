// YOUR FILE: the only one that is graded.
//
// expect: forbidden
// The barrier of the textbooks on atomics: right, and every hiker who waits keeps a core busy.
#include <atomic>
#include <thread>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) {}

  void Meet() override {
    const int mine = meeting_;
    if (++arrived_ == hikers_) {
      arrived_ = 0;
      ++meeting_;
      return;
    }
    while (meeting_ == mine) std::this_thread::yield();
  }

 private:
  const int hikers_;
  std::atomic<int> arrived_ = 0;
  std::atomic<int> meeting_ = 0;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
