// YOUR FILE: the only one that is graded.
//
// expect: use-after-free
// An empty queue is not an idle clerk: the last page is being printed while the shop goes.
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {
    std::thread([this] { Run(); }).detach();
  }

  ~CornerShop() override {
    std::unique_lock lock(mutex_);
    closing_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return pages_.empty(); });
  }

  void Order(const std::string& page) override {
    {
      const std::lock_guard lock(mutex_);
      pages_.push_back(page);
    }
    changed_.notify_all();
  }

 private:
  void Run() {
    std::unique_lock lock(mutex_);
    while (true) {
      changed_.wait(lock, [this] { return closing_ || !pages_.empty(); });
      if (pages_.empty()) return;
      const std::string page = std::move(pages_.front());
      pages_.pop_front();
      changed_.notify_all();
      lock.unlock();
      print_(page);
      lock.lock();
    }
  }

  const Print print_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::string> pages_;  // Guarded by mutex_.
  bool closing_ = false;           // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
