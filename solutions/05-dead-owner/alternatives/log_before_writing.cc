// YOUR FILE: the only one that is graded.
//
// A move writes down the outcome first and says so; whoever comes after a death finishes it.
#include <pthread.h>
#include <sys/mman.h>

#include <atomic>
#include <cerrno>
#include <system_error>

#include "vault.h"

namespace {

struct Page {
  pthread_mutex_t mutex;
  Boxes boxes;                // Guarded by mutex.
  Boxes next;                 // What boxes becomes …
  std::atomic<bool> decided;  // … once this is set.
};

class SharedVault : public Vault {
 public:
  explicit SharedVault(int coins) {
    void* const memory =
        mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    page_ = static_cast<Page*>(memory);
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
    page_->next = {page_->boxes.left - coins, page_->boxes.right + coins};
    page_->decided = true;
    Finish();
    pthread_mutex_unlock(&page_->mutex);
  }

  Boxes Count() const override {
    Lock();
    const Boxes boxes = page_->boxes;
    pthread_mutex_unlock(&page_->mutex);
    return boxes;
  }

 private:
  void Finish() const {
    page_->boxes = page_->next;
    page_->decided = false;
  }

  void Lock() const {
    if (pthread_mutex_lock(&page_->mutex) != EOWNERDEAD) return;
    if (page_->decided) Finish();
    pthread_mutex_consistent(&page_->mutex);
  }

  Page* page_;
};

}  // namespace

std::unique_ptr<Vault> MakeVault(int coins) { return std::make_unique<SharedVault>(coins); }
