// YOUR FILE: the only one that is graded.
//
// A semaphore with one permit. It may be interrupted by a signal, so it is asked again.
#include <semaphore.h>
#include <sys/mman.h>

#include <cerrno>
#include <new>
#include <system_error>

#include "tally.h"

namespace {

struct Page {
  sem_t permit;
  int total = 0;  // Only touched with the permit.
};

class SharedTally : public Tally {
 public:
  SharedTally() {
    void* const memory =
        mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    page_ = new (memory) Page;
    sem_init(&page_->permit, /*pshared=*/1, /*value=*/1);
  }

  ~SharedTally() override { munmap(page_, sizeof(Page)); }

  void Add(int votes) override {
    while (sem_wait(&page_->permit) != 0) {
    }
    page_->total += votes;
    sem_post(&page_->permit);
  }

  int Total() const override {
    while (sem_wait(&page_->permit) != 0) {
    }
    const int total = page_->total;
    sem_post(&page_->permit);
    return total;
  }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
