// YOUR FILE: the only one that is graded.
//
// expect: use-after-free
// Asks whether the Print is still there, and then uses it without holding it.
#include <thread>
#include <utility>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::make_shared<const Print>(std::move(print))) {}

  void Order(const std::string& page) override {
    std::thread([weak = std::weak_ptr(print_), page] {
      if (weak.expired()) return;
      const Print* const print = weak.lock().get();
      (*print)(page);
    }).detach();
  }

 private:
  const std::shared_ptr<const Print> print_;
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
