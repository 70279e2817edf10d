// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// The mutex lies in the page but was made for threads: an unlock wakes nobody in another process.
#include <pthread.h>
#include <sys/mman.h>

#include <cerrno>
#include <new>
#include <system_error>

#include "tally.h"

namespace {

struct Page {
  pthread_mutex_t mutex;
  int total = 0;  // Guarded by mutex.
};

class SharedTally : public Tally {
 public:
  SharedTally() {
    void* const memory =
        mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    page_ = new (memory) Page;
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutex_init(&page_->mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
  }

  ~SharedTally() override { munmap(page_, sizeof(Page)); }

  void Add(int votes) override {
    pthread_mutex_lock(&page_->mutex);
    page_->total += votes;
    pthread_mutex_unlock(&page_->mutex);
  }

  int Total() const override {
    pthread_mutex_lock(&page_->mutex);
    const int total = page_->total;
    pthread_mutex_unlock(&page_->mutex);
    return total;
  }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
