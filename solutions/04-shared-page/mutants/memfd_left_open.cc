// YOUR FILE: the only one that is graded.
//
// expect: resource-leak
// The mapping does not need the descriptor any more, and each tally keeps one for ever.
#include <sys/mman.h>
#include <unistd.h>

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
    const int fd = memfd_create("tally", MFD_CLOEXEC);
    if (fd < 0 || ftruncate(fd, sizeof(Page)) != 0) {
      throw std::system_error(errno, std::generic_category(), "memfd_create");
    }
    void* const memory = mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    page_ = new (memory) Page;
  }

  ~SharedTally() override { munmap(page_, sizeof(Page)); }

  void Add(int votes) override { page_->total.fetch_add(votes); }

  int Total() const override { return page_->total.load(); }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
