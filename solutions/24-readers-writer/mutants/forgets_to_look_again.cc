// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Between the two locks somebody else may choose: one train gets two platforms.
#include <mutex>
#include <shared_mutex>

#include "board.h"

namespace {

class StationBoard : public Board {
 public:
  void Look(const std::function<void(const Timetable&)>& look) override {
    const std::shared_lock lock(mutex_);
    look(timetable_);
  }

  void Change(const std::function<void(Timetable&)>& change) override {
    const std::unique_lock lock(mutex_);
    change(timetable_);
  }

  int PlatformOf(int train, const std::function<int()>& choose) override {
    {
      const std::shared_lock lock(mutex_);
      const auto found = timetable_.find(train);
      if (found != timetable_.end()) return found->second;
    }
    const std::unique_lock lock(mutex_);
    return timetable_[train] = choose();
  }

 private:
  std::shared_mutex mutex_;
  Timetable timetable_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<StationBoard>(); }
