// YOUR FILE: the only one that is graded.
//
// A door that is on one side or the other. No hiker can be two meetings ahead, so two sides are
// enough.
#include "absl/synchronization/mutex.h"
#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) {}

  void Meet() override {
    const absl::MutexLock lock(&mutex_);
    if (++arrived_ == hikers_) {
      arrived_ = 0;
      left_ = !left_;
      return;
    }
    const bool was_left = left_;
    const auto has_flipped = [&] { return left_ != was_left; };
    mutex_.Await(absl::Condition(&has_flipped));
  }

 private:
  const int hikers_;
  absl::Mutex mutex_;
  int arrived_ = 0;
  bool left_ = true;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
