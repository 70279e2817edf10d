// YOUR FILE: the only one that is graded.
//
// Detached, and safe: threads own the desk they use, and count down when done with the Print.
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include "copy_shop.h"

namespace {

// What the threads share with the shop, and keep for as long as they need it.
struct Desk {
  Print print;
  std::mutex mutex;
  std::condition_variable done;
  int open_orders = 0;  // Guarded by mutex.
};

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) { desk_->print = std::move(print); }

  ~CornerShop() override {
    std::unique_lock lock(desk_->mutex);
    desk_->done.wait(lock, [this] { return desk_->open_orders == 0; });
    desk_->print = nullptr;  // The last thread may keep the desk a moment longer, but not this.
  }

  void Order(const std::string& page) override {
    {
      const std::lock_guard lock(desk_->mutex);
      ++desk_->open_orders;
    }
    std::thread([desk = desk_, page] {
      desk->print(page);
      const std::lock_guard lock(desk->mutex);
      if (--desk->open_orders == 0) desk->done.notify_one();
    }).detach();
  }

 private:
  const std::shared_ptr<Desk> desk_ = std::make_shared<Desk>();
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
