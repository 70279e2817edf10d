// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// std::mutex knows only the threads of one process, wherever it lies.
#include <sys/mman.h>

#include <cerrno>
#include <mutex>
#include <new>
#include <system_error>

#include "tally.h"

namespace {

struct Page {
  std::mutex mutex;
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
    page_->mutex.lock();
    page_->total += votes;
    page_->mutex.unlock();
  }

  int Total() const override {
    page_->mutex.lock();
    const int total = page_->total;
    page_->mutex.unlock();
    return total;
  }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
