// YOUR FILE: the only one that is graded.
//
// The last to arrive opens the hut's door for all and resets the count for the next hut. Now and
// then the group is found in two huts, each half waiting for the other.
#include "group.h"

#include <condition_variable>
#include <mutex>

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) {}

  // TODO: let nobody go on before all are there, and nobody stay when all were there.
  void Meet() override {
    std::unique_lock lock(mutex_);
    if (++arrived_ == hikers_) {
      arrived_ = 0;
      all_are_here_.notify_all();
      return;
    }
    all_are_here_.wait(lock, [this] { return arrived_ == 0; });
  }

 private:
  const int hikers_;
  std::mutex mutex_;
  std::condition_variable all_are_here_;
  int arrived_ = 0;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
