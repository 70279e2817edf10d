// YOUR FILE: the only one that is graded.
//
// expect: use-after-free
// Counted down, the shop may go; and the thread still calls with the shop's condition variable.
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {}

  ~CornerShop() override {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return open_orders_ == 0; });
  }

  void Order(const std::string& page) override {
    {
      const std::lock_guard lock(mutex_);
      ++open_orders_;
    }
    std::thread([this, page] {
      print_(page);
      {
        const std::lock_guard lock(mutex_);
        --open_orders_;
      }
      done_.notify_one();
    }).detach();
  }

 private:
  const Print print_;
  std::mutex mutex_;
  std::condition_variable done_;
  int open_orders_ = 0;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
