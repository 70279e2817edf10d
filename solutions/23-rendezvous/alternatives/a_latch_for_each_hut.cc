// YOUR FILE: the only one that is graded.
//
// Every hut has a latch of its own. Who arrives keeps it alive for as long as it waits there.
#include <latch>
#include <memory>
#include <mutex>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) {}

  void Meet() override {
    const std::shared_ptr<std::latch> hut = Arrive();
    hut->arrive_and_wait();
  }

 private:
  // The latch of this hut. The last to arrive puts up that of the next.
  std::shared_ptr<std::latch> Arrive() {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<std::latch> hut = hut_;
    if (++arrived_ == hikers_) {
      arrived_ = 0;
      hut_ = std::make_shared<std::latch>(hikers_);
    }
    return hut;
  }

  const int hikers_;
  std::mutex mutex_;
  int arrived_ = 0;
  std::shared_ptr<std::latch> hut_ = std::make_shared<std::latch>(hikers_);
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
