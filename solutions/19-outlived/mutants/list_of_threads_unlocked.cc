// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Two customers at once push into one vector of threads.
#include <thread>
#include <utility>
#include <vector>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {}

  void Order(const std::string& page) override {
    clerks_.emplace_back([this, page] { print_(page); });
  }

 private:
  const Print print_;
  std::vector<std::jthread> clerks_;
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
