// YOUR FILE: the only one that is graded.
//
// Arrivals are numbered for ever; each waits for the last number of its own round.
#include <condition_variable>
#include <mutex>

#include "group.h"

namespace {

class HikingGroup : public Group {
 public:
  explicit HikingGroup(int hikers) : hikers_(hikers) {}

  void Meet() override {
    std::unique_lock lock(mutex_);
    const long ticket = arrivals_++;
    const long needed = (ticket / hikers_ + 1) * hikers_;
    if (arrivals_ == needed) all_are_here_.notify_all();
    all_are_here_.wait(lock, [&] { return arrivals_ >= needed; });
  }

 private:
  const int hikers_;
  std::mutex mutex_;
  std::condition_variable all_are_here_;
  long arrivals_ = 0;
};

}  // namespace

std::unique_ptr<Group> MakeGroup(int hikers) { return std::make_unique<HikingGroup>(hikers); }
