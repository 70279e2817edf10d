// YOUR FILE: the only one that is graded.
//
// A jthread as last member: its destructor asks it to stop, wakes it and joins it, first of all.
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {}

  void Order(const std::string& page) override {
    {
      const std::lock_guard lock(mutex_);
      pages_.push_back(page);
    }
    changed_.notify_one();
  }

 private:
  void Run(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return !pages_.empty(); })) {
      const std::string page = std::move(pages_.front());
      pages_.pop_front();
      lock.unlock();
      print_(page);
      lock.lock();
    }
  }

  const Print print_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::string> pages_;  // Guarded by mutex_.
  std::jthread clerk_{[this](const std::stop_token& stop) { Run(stop); }};
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
