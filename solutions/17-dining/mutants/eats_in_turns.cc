// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// Strict turns: a philosopher who only thinks keeps the whole table waiting.
#include <condition_variable>
#include <mutex>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int seats) : seats_(seats) {}

  void PickUp(int seat) override {
    std::unique_lock lock(mutex_);
    next_.wait(lock, [&] { return turn_ == seat; });
  }

  void PutDown(int seat) override {
    const std::lock_guard lock(mutex_);
    turn_ = (seat + 1) % seats_;
    next_.notify_all();
  }

 private:
  const int seats_;
  std::mutex mutex_;
  std::condition_variable next_;
  int turn_ = 0;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
