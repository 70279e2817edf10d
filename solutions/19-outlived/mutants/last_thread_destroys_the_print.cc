// YOUR FILE: the only one that is graded.
//
// expect: leak
// Safe to use, as each thread owns the Print; but the last one destroys it after the shop has
// closed.
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
