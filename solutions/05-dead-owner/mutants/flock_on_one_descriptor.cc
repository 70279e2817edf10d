// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// flock() locks the open file, and all these processes share one: they do not exclude each other.
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "vault.h"

namespace {

struct Page {
  int coins;  // In both boxes together. Never changes.
  Boxes boxes;
};

class SharedVault : public Vault {
 public:
  explicit SharedVault(int coins) : fd_(memfd_create("vault", MFD_CLOEXEC)) {
    if (fd_ < 0 || ftruncate(fd_, sizeof(Page)) != 0) {
      throw std::system_error(errno, std::generic_category(), "memfd_create");
    }
    void* const memory = mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED, fd_, 0);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    page_ = static_cast<Page*>(memory);
    page_->coins = coins;
    page_->boxes = {coins, 0};
  }

  ~SharedVault() override {
    munmap(page_, sizeof(Page));
    close(fd_);
  }

  void Move(int coins) override {
    Lock(F_WRLCK);
    page_->boxes.left -= coins;
    page_->boxes.right += coins;
    Lock(F_UNLCK);
  }

  Boxes Count() const override {
    Lock(F_WRLCK);
    const Boxes boxes = page_->boxes;
    Lock(F_UNLCK);
    return boxes;
  }

 private:
  void Lock(short type) const {
    while (flock(fd_, type == F_UNLCK ? LOCK_UN : LOCK_EX) != 0 && errno == EINTR) {
    }
    if (type != F_UNLCK) page_->boxes.right = page_->coins - page_->boxes.left;
  }

  int fd_;
  Page* page_;
};

}  // namespace

std::unique_ptr<Vault> MakeVault(int coins) { return std::make_unique<SharedVault>(coins); }
