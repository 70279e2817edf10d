// YOUR FILE: the only one that is graded.
//
// The waiter counts who sits, and lets in while there is one seat more.
#include <condition_variable>
#include <mutex>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : forks_(seats) {}

  void PickUp(int seat) override {
    {
      std::unique_lock lock(door_);
      left_.wait(lock, [this] { return sitting_ + 1 < forks_.size(); });
      ++sitting_;
    }
    forks_[Left(seat)].lock();
    forks_[Right(seat)].lock();
  }

  void PutDown(int seat) override {
    forks_[Right(seat)].unlock();
    forks_[Left(seat)].unlock();
    {
      const std::lock_guard lock(door_);
      --sitting_;
    }
    left_.notify_one();
  }

 private:
  int Left(int seat) const { return seat; }
  int Right(int seat) const { return (seat + 1) % static_cast<int>(forks_.size()); }

  std::vector<std::mutex> forks_;
  std::mutex door_;
  std::condition_variable left_;
  std::size_t sitting_ = 0;  // Guarded by door_.
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
