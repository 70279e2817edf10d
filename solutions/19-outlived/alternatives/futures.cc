// YOUR FILE: the only one that is graded.
//
// The future of std::async waits in its destructor for the task to end.
#include <future>
#include <mutex>
#include <utility>
#include <vector>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {}

  void Order(const std::string& page) override {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::async(std::launch::async, [this, page] { print_(page); }));
  }

 private:
  const Print print_;
  std::mutex mutex_;
  std::vector<std::future<void>> jobs_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
