// YOUR FILE: the only one that is graded.
//
// Page and Print are owned together by whoever still needs them; the threads are joined.
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::make_shared<const Print>(std::move(print))) {}

  ~CornerShop() override {
    for (std::thread& clerk : clerks_) clerk.join();
  }

  void Order(const std::string& page) override {
    const auto original = std::make_shared<const std::string>(page);
    const std::lock_guard lock(mutex_);
    clerks_.emplace_back([print = print_, original] { (*print)(*original); });
  }

 private:
  const std::shared_ptr<const Print> print_;
  std::mutex mutex_;
  std::vector<std::thread> clerks_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
