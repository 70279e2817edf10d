// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// One place for the next page: an order that comes too soon overwrites the one before.
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {
    clerk_ = std::thread([this] { Run(); });
  }

  ~CornerShop() override {
    {
      const std::lock_guard lock(mutex_);
      closing_ = true;
    }
    changed_.notify_one();
    clerk_.join();
  }

  void Order(const std::string& page) override {
    {
      const std::lock_guard lock(mutex_);
      page_ = page;
    }
    changed_.notify_one();
  }

 private:
  void Run() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return closing_ || page_; });
      if (!page_) return;
      const std::string page = *std::exchange(page_, std::nullopt);
      lock.unlock();
      print_(page);
      lock.lock();
    }
  }

  const Print print_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<std::string> page_;  // Guarded by mutex_.
  bool closing_ = false;             // Guarded by mutex_.
  std::thread clerk_;
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
