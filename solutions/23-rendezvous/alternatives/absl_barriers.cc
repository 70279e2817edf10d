// YOUR FILE: the only one that is graded.
//
// absl::Barrier is for one meeting, and tells one of those who leave to clear it away.
#include "absl/synchronization/barrier.h"
#include "absl/synchronization/mutex.h"
#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) {}
  ~HikingGroup() override { delete hut_; }

  void Meet() override {
    absl::Barrier* const hut = Arrive();
    if (hut->Block()) delete hut;
  }

 private:
  // The barrier of this hut. The last to arrive puts up that of the next.
  absl::Barrier* Arrive() {
    const absl::MutexLock lock(&mutex_);
    absl::Barrier* const hut = hut_;
    if (++arrived_ == hikers_) {
      arrived_ = 0;
      hut_ = new absl::Barrier(hikers_);
    }
    return hut;
  }

  const int hikers_;
  absl::Mutex mutex_;
  int arrived_ = 0;
  absl::Barrier* hut_ = new absl::Barrier(hikers_);
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
