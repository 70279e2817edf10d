// YOUR FILE: the only one that is graded.
//
// expect: livelock
// Repaired, but not said so: the unlock makes the mutex unusable, and everybody tries for ever.
#include <pthread.h>
#include <sys/mman.h>

#include <cerrno>
#include <system_error>

#include "vault.h"

namespace {

struct Page {
  pthread_mutex_t mutex;
  int coins;    // In both boxes together. Never changes.
  Boxes boxes;  // Guarded by mutex.
};

class SharedVault : public Vault {
 public:
  explicit SharedVault(int coins) {
    void* const memory =
        mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    page_ = static_cast<Page*>(memory);
    page_->coins = coins;
    page_->boxes = {coins, 0};
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
    pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&page_->mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
  }

  ~SharedVault() override { munmap(page_, sizeof(Page)); }

  void Move(int coins) override {
    Lock();
    page_->boxes.left -= coins;
    page_->boxes.right += coins;
    pthread_mutex_unlock(&page_->mutex);
  }

  Boxes Count() const override {
    Lock();
    const Boxes boxes = page_->boxes;
    pthread_mutex_unlock(&page_->mutex);
    return boxes;
  }

 private:
  void Lock() const {
    int result = EINVAL;
    while (result != 0 && result != EOWNERDEAD) result = pthread_mutex_lock(&page_->mutex);
    if (result == EOWNERDEAD) page_->boxes.right = page_->coins - page_->boxes.left;
  }

  Page* page_;
};

}  // namespace

std::unique_ptr<Vault> MakeVault(int coins) { return std::make_unique<SharedVault>(coins); }
