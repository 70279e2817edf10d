// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The mutex is a member of the object, which fork() copies: each process locks its own.
#include <pthread.h>
#include <sys/mman.h>

#include <cerrno>
#include <new>
#include <system_error>

#include "tally.h"

namespace {

struct Page {
  int total = 0;
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
    pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_mutex_init(&mutex_, &attributes);
    pthread_mutexattr_destroy(&attributes);
  }

  ~SharedTally() override { munmap(page_, sizeof(Page)); }

  void Add(int votes) override {
    pthread_mutex_lock(&mutex_);
    page_->total += votes;
    pthread_mutex_unlock(&mutex_);
  }

  int Total() const override {
    pthread_mutex_lock(&mutex_);
    const int total = page_->total;
    pthread_mutex_unlock(&mutex_);
    return total;
  }

 private:
  mutable pthread_mutex_t mutex_;
  Page* page_;
};

}  // namespace

std::unique_ptr<Tally> MakeTally() { return std::make_unique<SharedTally>(); }
