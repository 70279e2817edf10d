// YOUR FILE: the only one that is graded.
//
// Each thread owns what it prints, and the shop waits for its threads before it goes.
#include "copy_shop.h"

#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {}

  // The thread has a page of its own: `page` is gone as soon as the customer likes.
  void Order(const std::string& page) override {
    const std::lock_guard lock(mutex_);
    clerks_.emplace_back([this, page] { print_(page); });
  }

 private:
  const Print print_;
  std::mutex mutex_;
  // Guarded by mutex_. The last member, so the first to be destroyed: all clerks have been joined
  // when the members that they use go.
  std::vector<std::jthread> clerks_;
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
