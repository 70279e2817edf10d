// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Each step is atomic and the two together are not: another process adds in between.
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
    void* const memory =
        mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    page_ = new (memory) Page;
  }

  ~SharedTally() override { munmap(page_, sizeof(Page)); }

  void Add(int votes) override { page_->total.store(page_->total.load() + votes); }

  int Total() const override { return page_->total.load(); }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
