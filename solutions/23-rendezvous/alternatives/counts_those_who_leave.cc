// YOUR FILE: the only one that is graded.
//
// Nobody may arrive at the next hut before the last has left this one.
#include <condition_variable>
#include <mutex>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) {}

  void Meet() override {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !leaving_; });
    if (++arrived_ == hikers_) leaving_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return leaving_; });
    if (--arrived_ == 0) leaving_ = false;
    changed_.notify_all();
  }

 private:
  const int hikers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  int arrived_ = 0;
  bool leaving_ = false;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
