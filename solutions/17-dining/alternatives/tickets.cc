// YOUR FILE: the only one that is graded.
//
// A queue for each fork, joined for both forks in one step: nobody is overtaken, nobody starves.
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : queues_(seats) {}

  // All queues are in one order, that of the mutex, so whoever came first of all can eat.
  void PickUp(int seat) override {
    std::unique_lock lock(mutex_);
    queues_[Left(seat)].push_back(seat);
    queues_[Right(seat)].push_back(seat);
    moved_on_.wait(lock, [&] {
      return queues_[Left(seat)].front() == seat && queues_[Right(seat)].front() == seat;
    });
  }

  void PutDown(int seat) override {
    {
      const std::lock_guard lock(mutex_);
      queues_[Left(seat)].pop_front();
      queues_[Right(seat)].pop_front();
    }
    moved_on_.notify_all();
  }

 private:
  int Left(int seat) const { return seat; }
  int Right(int seat) const { return (seat + 1) % static_cast<int>(queues_.size()); }

  std::mutex mutex_;
  std::condition_variable moved_on_;
  std::vector<std::deque<int>> queues_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
