// YOUR FILE: the only one that is graded.
//
// Plain threads, joined by hand before any member is destroyed, in whatever order they stand.
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {}

  ~CornerShop() override {
    for (std::thread& clerk : clerks_) clerk.join();
  }

  void Order(const std::string& page) override {
    const std::lock_guard lock(mutex_);
    clerks_.emplace_back([this, page] { print_(page); });
  }

 private:
  std::vector<std::thread> clerks_;  // Guarded by mutex_.
  std::mutex mutex_;
  const Print print_;
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
