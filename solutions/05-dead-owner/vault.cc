// YOUR FILE: the only one that is graded.
//
// A robust mutex tells that its owner has died; what it left half done is then repaired.
#include "vault.h"

#include <pthread.h>
#include <sys/mman.h>

#include <cerrno>
#include <system_error>

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
  // The kernel gives the mutex of a dead owner to the next one, with the news that it is a dead
  // one's.
  void Lock() const {
    if (pthread_mutex_lock(&page_->mutex) != EOWNERDEAD) return;
    // The left box says how far the dead one came: what is not there must be in the right one.
    page_->boxes.right = page_->coins - page_->boxes.left;
    // Last: if this process dies before, the next one is told, and repairs again.
    pthread_mutex_consistent(&page_->mutex);
  }

  Page* page_;
};

}  // namespace

std::unique_ptr<Vault> MakeVault(int coins) { return std::make_unique<SharedVault>(coins); }
