// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// No thread, no trouble, no copy shop: the customer waits until the page is printed.
#include <utility>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {}

  void Order(const std::string& page) override { print_(page); }

 private:
  const Print print_;
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
