// YOUR FILE: the only one that is graded.
//
// expect: hang
// A token in a pipe: who dies with the token takes it into the grave.
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "vault.h"

namespace {

struct Page {
  Boxes boxes;  // Only touched with the token.
};

class SharedVault : public Vault {
 public:
  explicit SharedVault(int coins) {
    void* const memory =
        mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    page_ = static_cast<Page*>(memory);
    page_->boxes = {coins, 0};
    if (pipe(token_) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
    Put();
  }

  ~SharedVault() override {
    munmap(page_, sizeof(Page));
    close(token_[0]);
    close(token_[1]);
  }

  void Move(int coins) override {
    Take();
    page_->boxes.left -= coins;
    page_->boxes.right += coins;
    Put();
  }

  Boxes Count() const override {
    Take();
    const Boxes boxes = page_->boxes;
    Put();
    return boxes;
  }

 private:
  void Take() const {
    char token;
    while (read(token_[0], &token, 1) != 1) {
    }
  }

  void Put() const {
    while (write(token_[1], "t", 1) != 1) {
    }
  }

  int token_[2];
  Page* page_;
};

}  // namespace

std::unique_ptr<Vault> MakeVault(int coins) { return std::make_unique<SharedVault>(coins); }
