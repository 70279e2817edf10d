// YOUR FILE: the only one that is graded.
//
// A spin lock that lets others run: enough where the section is this short.
#include <sched.h>
#include <sys/mman.h>

#include <atomic>
#include <cerrno>
#include <new>
#include <system_error>

#include "tally.h"

namespace {

struct Page {
  std::atomic_flag taken = ATOMIC_FLAG_INIT;
  int total = 0;  // Only touched by who has set taken.
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
    while (page_->taken.test_and_set()) sched_yield();
    page_->total += votes;
    page_->taken.clear();
  }

  int Total() const override {
    while (page_->taken.test_and_set()) sched_yield();
    const int total = page_->total;
    page_->taken.clear();
    return total;
  }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
