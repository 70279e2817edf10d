// YOUR FILE: the only one that is graded.
//
// expect: livelock
// kill(pid, 0) asks whether a process exists. A zombie does, until somebody waits for it.
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <system_error>

#include "vault.h"

namespace {

struct Page {
  std::atomic<pid_t> owner;  // 0: nobody
  int coins;
  Boxes boxes;  // Guarded by owner.
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
  }

  ~SharedVault() override { munmap(page_, sizeof(Page)); }

  void Move(int coins) override {
    Lock();
    page_->boxes.left -= coins;
    page_->boxes.right += coins;
    page_->owner = 0;
  }

  Boxes Count() const override {
    Lock();
    const Boxes boxes = page_->boxes;
    page_->owner = 0;
    return boxes;
  }

 private:
  void Lock() const {
    for (;;) {
      pid_t owner = 0;
      if (page_->owner.compare_exchange_strong(owner, getpid())) return;
      if (kill(owner, 0) != 0 && page_->owner.compare_exchange_strong(owner, getpid())) {
        page_->boxes.right = page_->coins - page_->boxes.left;
        return;
      }
      sched_yield();
    }
  }

  Page* page_;
};

}  // namespace

std::unique_ptr<Vault> MakeVault(int coins) { return std::make_unique<SharedVault>(coins); }
