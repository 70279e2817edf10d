// YOUR FILE: the only one that is graded.
//
// expect: use-after-free
// The page is copied now, but the detached thread prints from a shop that may be gone.
#include <thread>
#include <utility>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {}

  void Order(const std::string& page) override {
    std::thread([this, page] { print_(page); }).detach();
  }

 private:
  const Print print_;
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
