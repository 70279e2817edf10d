// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Testing the flag and setting it are two steps, so two processes can both find it free.
#include <sched.h>
#include <sys/mman.h>

#include <atomic>
#include <cerrno>
#include <new>
#include <system_error>

#include "tally.h"

namespace {

struct Page {
  std::atomic<bool> taken{false};
  int total = 0;
};

class SharedTally : public Tally {
 public:
  SharedTally() {
    void* const memory =
        mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    page_ = new (memory) Page;
  }

  ~SharedTally() override { munmap(page_, sizeof(Page)); }

  void Add(int votes) override {
    while (page_->taken.load()) sched_yield();
    page_->taken.store(true);
    page_->total += votes;
    page_->taken.store(false);
  }

  int Total() const override {
    while (page_->taken.load()) sched_yield();
    page_->taken.store(true);
    const int total = page_->total;
    page_->taken.store(false);
    return total;
  }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
