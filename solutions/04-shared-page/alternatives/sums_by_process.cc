// YOUR FILE: the only one that is graded.
//
// Each process adds to a number of its own (nearly), and a reader adds them up.
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <new>
#include <system_error>

#include "tally.h"

namespace {

struct Page {
  std::array<std::atomic<int>, 16> sums{};
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

  // Two processes may share a number, so adding is still one step.
  void Add(int votes) override {
    page_->sums[static_cast<std::size_t>(getpid()) % page_->sums.size()].fetch_add(votes);
  }

  int Total() const override {
    int total = 0;
    for (const std::atomic<int>& sum : page_->sums) total += sum.load();
    return total;
  }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
