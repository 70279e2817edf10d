// YOUR FILE: the only one that is graded.
//
// expect: leak
// The desk owns a job that owns the desk: both are kept for ever, and the Print with them.
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) {
    desk_->print = std::move(print);
    desk_->job = [desk = desk_](const std::string& page) { desk->print(page); };
  }

  ~CornerShop() override {
    for (std::thread& clerk : clerks_) clerk.join();
  }

  void Order(const std::string& page) override {
    const std::lock_guard lock(mutex_);
    clerks_.emplace_back([desk = desk_, page] { desk->job(page); });
  }

 private:
  struct Desk {
    Print print;
    Print job;
  };

  const std::shared_ptr<Desk> desk_ = std::make_shared<Desk>();
  std::mutex mutex_;
  std::vector<std::thread> clerks_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
