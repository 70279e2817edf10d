// YOUR FILE: the only one that is graded.
//
// No lock, no owner: one word holds everything, and is changed in one step.
#include <sys/mman.h>

#include <atomic>
#include <cerrno>
#include <new>
#include <system_error>

#include "vault.h"

namespace {

struct Page {
  std::atomic<int> left;
  int coins;  // In both boxes together. Never changes.
};

class SharedVault : public Vault {
 public:
  explicit SharedVault(int coins) {
    void* const memory =
        mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    page_ = new (memory) Page{coins, coins};
  }

  ~SharedVault() override { munmap(page_, sizeof(Page)); }

  void Move(int coins) override { page_->left.fetch_sub(coins); }

  Boxes Count() const override {
    const int left = page_->left.load();
    return {left, page_->coins - left};
  }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Vault> MakeVault(int coins) { return std::make_unique<SharedVault>(coins); }
