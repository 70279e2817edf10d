// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Two condition variables, and `if` for the loop: a place or a loaf that another thread took before
// the woken one had the mutex is used a second time.
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
    if (put_ - taken_ == loaves_.size() && !closed_) not_full_.wait(lock);
    if (closed_) return false;
    loaves_[put_++ % loaves_.size()] = loaf;
    not_empty_.notify_one();
    return true;
  }

  std::optional<int> Take() override {
    std::unique_lock lock(mutex_);
    if (put_ == taken_ && !closed_) not_empty_.wait(lock);
    if (put_ == taken_ && closed_) return std::nullopt;
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
