// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// Even forks under one lock, odd ones under another: those who sit opposite share both.
#include <mutex>
#include <vector>

#include "table.h"

namespace {

class RoundTable : public Table {
 public:
  explicit RoundTable(int) {}

  void PickUp(int) override {
    even_.lock();
    odd_.lock();
  }

  void PutDown(int) override {
    odd_.unlock();
    even_.unlock();
  }

 private:
  std::mutex even_;
  std::mutex odd_;
};

}  // namespace

std::unique_ptr<Table> MakeTable(int seats) { return std::make_unique<RoundTable>(seats); }
