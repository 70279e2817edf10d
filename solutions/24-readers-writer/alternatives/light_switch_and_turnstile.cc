// YOUR FILE: the only one that is graded.
//
// The first reader takes the board for all, the last gives it back: not the same thread, so a
// semaphore and no mutex.
#include <mutex>
#include <semaphore>
#include <shared_mutex>

#include "board.h"

namespace {

class BoardLock {
 public:
  void lock_shared() {
    const std::lock_guard pass(turnstile_);
    const std::lock_guard lock(mutex_);
    if (++readers_ == 1) free_.acquire();
  }

  void unlock_shared() {
    const std::lock_guard lock(mutex_);
    if (--readers_ == 0) free_.release();
  }

  // Holds the turnstile while it waits, so the readers who come later queue up behind.
  void lock() {
    const std::lock_guard pass(turnstile_);
    free_.acquire();
  }

  void unlock() { free_.release(); }

 private:
  std::mutex turnstile_;
  std::mutex mutex_;
  int readers_ = 0;  // Guarded by mutex_.
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
