// YOUR FILE: the only one that is graded.
//
// One atomic number in the page: adding is one step, in whichever process.
#include "tally.h"

#include <sys/mman.h>

#include <atomic>
#include <cerrno>
#include <new>
#include <system_error>

namespace {

struct Page {
  // Lock-free, so that nothing but these four bytes takes part: no lock hidden in a process.
  static_assert(std::atomic<int>::is_always_lock_free);
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

  // One step that nobody can come between, as the page is the same memory in every process.
  void Add(int votes) override { page_->total.fetch_add(votes); }

  int Total() const override { return page_->total.load(); }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
