// Threads that wait to be notified: on a condition variable, a futex or an absl::CondVar.
#ifndef RACELAB_EXPLORER_SYNC_WAIT_QUEUE_H_
#define RACELAB_EXPLORER_SYNC_WAIT_QUEUE_H_

#include <cstdint>
#include <vector>

#include "execution.h"

namespace racelab::explorer {

// A notification goes to any one of the threads that waited when it was given; which one is the
// scheduler's choice, made when one of them wakes. So a notification is the set of threads that may
// still take it. Later sets contain the earlier ones, but for threads that have left.
class WaitQueue {
 public:
  void Reset() {
    waiting_ = notified_ = 0;
    pending_.clear();
  }

  void Enter(ThreadId id) { waiting_ |= Bit(id); }

  void NotifyOne() {
    // Each waiter takes at most one.
    if (static_cast<int>(pending_.size()) < __builtin_popcountll(waiting_)) {
      pending_.push_back(waiting_);
    }
  }

  // Returns how many threads were woken.
  int NotifyAll() {
    const int count = __builtin_popcountll(waiting_) - static_cast<int>(pending_.size());
    notified_ |= waiting_;
    waiting_ = 0;
    pending_.clear();
    return count;
  }

  bool empty() const { return waiting_ == 0; }
  int unnotified() const {
    return __builtin_popcountll(waiting_) - static_cast<int>(pending_.size());
  }

  bool MayWake(ThreadId id) const {
    if ((notified_ & Bit(id)) != 0) return true;
    for (const std::uint64_t takers : pending_) {
      if ((takers & Bit(id)) != 0) return true;
    }
    return false;
  }

  // Whether the thread may leave without a notification. A thread that is certain to be notified
  // may not: its leaving would lose the notification.
  bool MayLeave(ThreadId id) const {
    if ((notified_ & Bit(id)) != 0 || unnotified() == 0) return false;
    for (const std::uint64_t takers : pending_) {
      if (takers == Bit(id)) return false;
    }
    return true;
  }

  // The thread stops waiting: with the oldest notification that is for it, or without.
  void Wake(ThreadId id) {
    if ((notified_ & Bit(id)) != 0) {
      notified_ &= ~Bit(id);
      return;
    }
    for (std::size_t i = 0; i < pending_.size(); ++i) {
      if ((pending_[i] & Bit(id)) == 0) continue;
      pending_.erase(pending_.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
    Leave(id);
  }
  void Leave(ThreadId id) {
    waiting_ &= ~Bit(id);
    for (std::uint64_t& takers : pending_) takers &= ~Bit(id);
    std::erase(pending_, 0);
  }

 private:
  static std::uint64_t Bit(ThreadId id) { return std::uint64_t{1} << id; }

  std::uint64_t waiting_ = 0;           // not yet notified for certain
  std::uint64_t notified_ = 0;          // by NotifyAll
  std::vector<std::uint64_t> pending_;  // NotifyOne: who may take it
};

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_SYNC_WAIT_QUEUE_H_
