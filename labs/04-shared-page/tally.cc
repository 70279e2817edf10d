// YOUR FILE: the only one that is graded.
//
// Two polling stations are two processes. They share one page of memory, and votes get lost in it.
#include "tally.h"

#include <sys/mman.h>

#include <cerrno>
#include <system_error>

namespace {

struct Page {
  int total;
};

class SharedTally : public Tally {
 public:
  SharedTally() {
    void* const memory =
        mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    page_ = static_cast<Page*>(memory);  // The kernel hands out pages full of zeros.
  }

  ~SharedTally() override { munmap(page_, sizeof(Page)); }

  // TODO: make every vote count, from however many processes, and make Total() right beside them.
  void Add(int votes) override { page_->total += votes; }

  int Total() const override { return page_->total; }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
