// YOUR FILE: the only one that is graded.
//
// Whoever chooses holds a second mutex from the second look to the deed, as every change does. So
// looks go on while a platform is chosen.
#include <mutex>
#include <optional>
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
    const std::lock_guard changes(changes_);
    const std::unique_lock lock(mutex_);
    change(timetable_);
  }

  int PlatformOf(int train, const std::function<int()>& choose) override {
    if (const std::optional<int> platform = Find(train)) return *platform;
    const std::lock_guard changes(changes_);
    if (const std::optional<int> platform = Find(train)) return *platform;
    const int platform = choose();  // Looks go on meanwhile.
    const std::unique_lock lock(mutex_);
    return timetable_[train] = platform;
  }

 private:
  std::optional<int> Find(int train) {
    const std::shared_lock lock(mutex_);
    const auto found = timetable_.find(train);
    if (found == timetable_.end()) return std::nullopt;
    return found->second;
  }

  std::mutex changes_;  // Taken before mutex_.
  std::shared_mutex mutex_;
  Timetable timetable_;
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<StationBoard>(); }
