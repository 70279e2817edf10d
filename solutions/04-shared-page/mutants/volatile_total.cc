// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// volatile makes the compiler read and write memory each time, and joins nothing.
#include <sys/mman.h>

#include <cerrno>
#include <new>
#include <system_error>

#include "tally.h"

namespace {

struct Page {
  volatile int total = 0;
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

  void Add(int votes) override { page_->total = page_->total + votes; }

  int Total() const override { return page_->total; }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
