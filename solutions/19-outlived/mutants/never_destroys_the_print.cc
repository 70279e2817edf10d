// YOUR FILE: the only one that is graded.
//
// expect: leak
// What is never destroyed cannot be used after its end: so the Print is kept for ever.
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(*new Print(std::move(print))) {}

  ~CornerShop() override {
    for (std::thread& clerk : clerks_) clerk.join();
  }

  void Order(const std::string& page) override {
    const std::lock_guard lock(mutex_);
    clerks_.emplace_back([this, page] { print_(page); });
  }

 private:
  const Print& print_;
  std::mutex mutex_;
  std::vector<std::thread> clerks_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
