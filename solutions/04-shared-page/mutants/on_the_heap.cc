// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// An atomic on the heap: fork() copies the heap, and every process has its own.
#include <sys/mman.h>

#include <atomic>
#include <cerrno>
#include <new>
#include <system_error>

#include "tally.h"

namespace {

struct Page {
  std::atomic<int> total{0};
};

class SharedTally : public Tally {
 public:
  SharedTally() {
    // No system call needed.
    page_ = new Page;
  }

  ~SharedTally() override { delete page_; }

  void Add(int votes) override { page_->total.fetch_add(votes); }

  int Total() const override { return page_->total.load(); }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
