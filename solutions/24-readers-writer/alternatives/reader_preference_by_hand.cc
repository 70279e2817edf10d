// YOUR FILE: the only one that is graded.
//
// A lock by hand: a writer is let in when nobody looks, and takes the board in the same step.
#include <condition_variable>
#include <mutex>
#include <shared_mutex>

#include "board.h"

namespace {

class BoardLock {
 public:
  void lock_shared() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !writing_; });
    ++readers_;
  }

  void unlock_shared() {
    const std::lock_guard lock(mutex_);
    if (--readers_ == 0) changed_.notify_all();
  }

  void lock() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !writing_ && readers_ == 0; });
    writing_ = true;
  }

  void unlock() {
    const std::lock_guard lock(mutex_);
    writing_ = false;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int readers_ = 0;  // Guarded by mutex_, like the next one.
  bool writing_ = false;
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
