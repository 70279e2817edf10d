// YOUR FILE: the only one that is graded.
//
// POSIX, told to prefer writers.
#include <pthread.h>

#include <mutex>
#include <shared_mutex>

#include "board.h"

namespace {

class BoardLock {
 public:
  BoardLock() {
    pthread_rwlockattr_t attributes;
    pthread_rwlockattr_init(&attributes);
    pthread_rwlockattr_setkind_np(&attributes, PTHREAD_RWLOCK_PREFER_WRITER_NONRECURSIVE_NP);
    pthread_rwlock_init(&rwlock_, &attributes);
    pthread_rwlockattr_destroy(&attributes);
  }
  ~BoardLock() { pthread_rwlock_destroy(&rwlock_); }

  void lock_shared() { pthread_rwlock_rdlock(&rwlock_); }
  void unlock_shared() { pthread_rwlock_unlock(&rwlock_); }
  void lock() { pthread_rwlock_wrlock(&rwlock_); }
  void unlock() { pthread_rwlock_unlock(&rwlock_); }

 private:
  pthread_rwlock_t rwlock_;
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
