// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// FUTEX_PRIVATE_FLAG tells the kernel that nobody outside of this process will ever wait here.
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <new>
#include <system_error>

#include "tally.h"

namespace {

// A lock of one word: 0 free, 1 taken, 2 taken and somebody sleeps.
class FutexLock {
 public:
  void Lock() {
    int seen = 0;
    if (word_.compare_exchange_strong(seen, 1)) return;
    while (word_.exchange(2) != 0) Call(FUTEX_WAIT_PRIVATE, 2);
  }

  void Unlock() {
    if (word_.exchange(0) == 2) Call(FUTEX_WAKE_PRIVATE, 1);
  }

 private:
  void Call(int operation, int value) {
    syscall(SYS_futex, &word_, operation, value, nullptr, nullptr, 0);
  }

  std::atomic<int> word_{0};
};

struct Page {
  FutexLock lock;
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
    page_->lock.Lock();
    page_->total += votes;
    page_->lock.Unlock();
  }

  int Total() const override {
    page_->lock.Lock();
    const int total = page_->total;
    page_->lock.Unlock();
    return total;
  }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
