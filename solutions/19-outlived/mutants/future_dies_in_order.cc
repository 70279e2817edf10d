// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// The future of std::async dies at the end of Order(), and waits there for the page.
#include <future>
#include <utility>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {}

  void Order(const std::string& page) override {
    const auto job = std::async(std::launch::async, [this, page] { print_(page); });
  }

 private:
  const Print print_;
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
