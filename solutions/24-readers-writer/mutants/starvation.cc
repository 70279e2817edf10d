// YOUR FILE: the only one that is graded.
//
// expect: livelock
// waits for: explorer
// A reader and a writer that meet step aside for each other, both come again, and meet again.
#include <atomic>
#include <mutex>
#include <shared_mutex>

#include "board.h"

namespace {

class BoardLock {
 public:
  void lock_shared() {
    ++readers_;
    while (writing_) {
      --readers_;
      ++readers_;
    }
  }

  void unlock_shared() { --readers_; }

  void lock() {
    writers_.lock();
    writing_ = true;
    while (readers_ > 0) {
      writing_ = false;
      writing_ = true;
    }
  }

  void unlock() {
    writing_ = false;
    writers_.unlock();
  }

 private:
  std::mutex writers_;
  std::atomic<int> readers_{0};
  std::atomic<bool> writing_{false};
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
