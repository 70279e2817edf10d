// YOUR FILE: the only one that is graded.
//
// expect: use-after-free
// Nothing of the shop is used any more, but all that the Print uses: the customer's, and gone.
#include <thread>
#include <utility>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {}

  void Order(const std::string& page) override {
    std::thread([print = print_, page] { print(page); }).detach();
  }

 private:
  const Print print_;
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
