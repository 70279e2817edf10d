// YOUR FILE: the only one that is graded.
//
// expect: hang
// A semaphore has no owner, so nobody can notice that he died.
#include <semaphore.h>
#include <sys/mman.h>

#include <cerrno>
#include <system_error>

#include "vault.h"

namespace {

struct Page {
  sem_t permit;
  Boxes boxes;  // Only touched with the permit.
};

class SharedVault : public Vault {
 public:
  explicit SharedVault(int coins) {
    void* const memory =
        mmap(nullptr, sizeof(Page), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
    page_ = static_cast<Page*>(memory);
    page_->boxes = {coins, 0};
    sem_init(&page_->permit, /*pshared=*/1, /*value=*/1);
  }

  ~SharedVault() override { munmap(page_, sizeof(Page)); }

  void Move(int coins) override {
    sem_wait(&page_->permit);
    page_->boxes.left -= coins;
    page_->boxes.right += coins;
    sem_post(&page_->permit);
  }

  Boxes Count() const override {
    sem_wait(&page_->permit);
    const Boxes boxes = page_->boxes;
    sem_post(&page_->permit);
    return boxes;
  }

 private:
  Page* page_;
};

}  // namespace

std::unique_ptr<Vault> MakeVault(int coins) { return std::make_unique<SharedVault>(coins); }
