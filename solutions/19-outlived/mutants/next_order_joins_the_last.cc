// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// One thread at a time: the second customer waits until the page of the first is printed.
#include <mutex>
#include <thread>
#include <utility>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {}

  void Order(const std::string& page) override {
    const std::lock_guard lock(mutex_);
    clerk_ = std::jthread([this, page] { print_(page); });  // Joins the clerk before.
  }

 private:
  const Print print_;
  std::mutex mutex_;
  std::jthread clerk_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
