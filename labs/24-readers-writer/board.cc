// YOUR FILE: the only one that is graded.
//
// One mutex, and nothing is ever wrong on the board. But the travellers queue up in front of it,
// and are let in to look one by one.
#include "board.h"

#include <mutex>

namespace {

class StationBoard : public Board {
 public:
  // TODO: let any number of travellers look at the same time, and nobody beside a change.
  void Look(const std::function<void(const Timetable&)>& look) override {
    const std::lock_guard lock(mutex_);
    look(timetable_);
  }

  void Change(const std::function<void(Timetable&)>& change) override {
    const std::lock_guard lock(mutex_);
    change(timetable_);
  }

  int PlatformOf(int train, const std::function<int()>& choose) override {
    const std::lock_guard lock(mutex_);
    const auto found = timetable_.find(train);
    if (found != timetable_.end()) return found->second;
    return timetable_[train] = choose();
  }

 private:
  std::mutex mutex_;
  Timetable timetable_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<StationBoard>(); }
