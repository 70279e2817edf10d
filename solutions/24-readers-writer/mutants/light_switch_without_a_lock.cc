// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The count is atomic and the board is taken a step later: the second reader comes in meanwhile.
#include <atomic>
#include <mutex>
#include <semaphore>
#include <shared_mutex>

#include "board.h"

namespace {

class BoardLock {
 public:
  void lock_shared() {
    if (++readers_ == 1) free_.acquire();
  }

  void unlock_shared() {
    if (--readers_ == 0) free_.release();
  }

  void lock() { free_.acquire(); }
  void unlock() { free_.release(); }

 private:
  std::atomic<int> readers_{0};
  std::binary_semaphore free_{1};
};

class StationBoard : public Board {
 public:
  void Look(const std::function<void(const Timetable&)>& look) override {
    const std::shared_lock lock(lock_);
    look(timetable_);
  }

  void Change(const std::function<void(Timetable&)>& change) override {
    const std::unique_lock lock(lock_);
    change(timetable_);
  }

  int PlatformOf(int train, const std::function<int()>& choose) override {
    {
      const std::shared_lock lock(lock_);
      const auto found = timetable_.find(train);
      if (found != timetable_.end()) return found->second;
    }
    const std::unique_lock lock(lock_);
    const auto [entry, is_new] = timetable_.try_emplace(train);
    if (is_new) entry->second = choose();
    return entry->second;
  }

 private:
  BoardLock lock_;
  Timetable timetable_;  // Guarded by lock_.
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<StationBoard>(); }
