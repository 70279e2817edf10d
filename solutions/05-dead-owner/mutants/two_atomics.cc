// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Each box is atomic, and between the two others see half a move, or a process dies.
#include <sys/mman.h>

#include <atomic>
#include <cerrno>
#include <new>
#include <system_error>

#include "vault.h"

namespace {

struct Page {
  std::atomic<int> left;
  std::atomic<int> right;
};

class SharedVault : public Vault {
 public:
  explicit SharedVault(int coins) {
    void* const memory =
        mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    page_ = new (memory) Page{coins, 0};
  }

  ~SharedVault() override { munmap(page_, sizeof(Page)); }

  void Move(int coins) override {
    page_->left -= coins;
    page_->right += coins;
  }

  Boxes Count() const override { return {page_->left, page_->right}; }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Vault> MakeVault(int coins) { return std::make_unique<SharedVault>(coins); }
