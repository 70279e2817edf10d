// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// A baker who waited for a place and gets one after Close() uses it: the end was asked for only
// before.
#include <condition_variable>
#include <mutex>
#include <vector>

#include "shelf.h"

namespace {

class BakeryShelf : public Shelf {
 public:
  explicit BakeryShelf(int places) : loaves_(places) {}

  bool Put(int loaf) override {
    std::unique_lock lock(mutex_);
    if (closed_) return false;
    not_full_.wait(lock, [this] { return put_ - taken_ < loaves_.size() || closed_; });
    if (put_ - taken_ == loaves_.size()) return false;
    loaves_[put_++ % loaves_.size()] = loaf;
    not_empty_.notify_one();
    return true;
  }

  std::optional<int> Take() override {
    std::unique_lock lock(mutex_);
    not_empty_.wait(lock, [this] { return put_ != taken_ || closed_; });
    if (put_ == taken_) return std::nullopt;
    not_full_.notify_one();
    return loaves_[taken_++ % loaves_.size()];
  }

  void Close() override {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    not_full_.notify_all();
    not_empty_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable not_full_;
  std::condition_variable not_empty_;
  std::vector<int> loaves_;
  std::size_t put_ = 0;
  std::size_t taken_ = 0;
  bool closed_ = false;
};

}  // namespace

std::unique_ptr<Shelf> MakeShelf(int places) { return std::make_unique<BakeryShelf>(places); }
