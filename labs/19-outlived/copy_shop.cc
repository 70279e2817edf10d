// YOUR FILE: the only one that is graded.
//
// Each page is printed in the background, by a thread that nobody needs to think of any more. On
// some evenings it prints from an original that went home, in a shop that is not there.
#include "copy_shop.h"

#include <thread>
#include <utility>

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {}

  // TODO: let nothing be used after its end, and let the shop close with all its work done.
  void Order(const std::string& page) override {
    std::thread([this, &page] { print_(page); }).detach();
  }

 private:
  const Print print_;
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
