// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// Nothing is printed before the evening: all orders wait for the destructor.
#include <deque>
#include <mutex>
#include <utility>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {}

  ~CornerShop() override {
    for (const std::string& page : pages_) print_(page);
  }

  void Order(const std::string& page) override {
    const std::lock_guard lock(mutex_);
    pages_.push_back(page);
  }

 private:
  const Print print_;
  std::mutex mutex_;
  std::deque<std::string> pages_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
