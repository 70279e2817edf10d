// YOUR FILE: the only one that is graded.
//
// A permit for each page in the queue; an order without a page tells the clerk to go home.
#include <deque>
#include <mutex>
#include <optional>
#include <semaphore>
#include <thread>
#include <utility>

#include "copy_shop.h"

namespace {

class CornerShop : public CopyShop {
 public:
  explicit CornerShop(Print print) : print_(std::move(print)) {
    clerk_ = std::thread([this] {
      while (const std::optional<std::string> page = Take()) print_(*page);
    });
  }

  ~CornerShop() override {
    Put(std::nullopt);
    clerk_.join();
  }

  void Order(const std::string& page) override { Put(page); }

 private:
  void Put(std::optional<std::string> page) {
    {
      const std::lock_guard lock(mutex_);
      pages_.push_back(std::move(page));
    }
    ready_.release();
  }

  std::optional<std::string> Take() {
    ready_.acquire();
    const std::lock_guard lock(mutex_);
    std::optional<std::string> page = std::move(pages_.front());
    pages_.pop_front();
    return page;
  }

  const Print print_;
  std::mutex mutex_;
  std::deque<std::optional<std::string>> pages_;  // Guarded by mutex_.
  std::counting_semaphore<> ready_{0};
  std::thread clerk_;
};

}  // namespace

std::unique_ptr<CopyShop> MakeCopyShop(Print print) {
  return std::make_unique<CornerShop>(std::move(print));
}
