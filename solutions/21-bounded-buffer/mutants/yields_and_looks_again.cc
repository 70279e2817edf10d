// YOUR FILE: the only one that is graded.
//
// expect: forbidden
// Goes round and round, with the mutex free in between: every waiting thread keeps a core busy.
#include <mutex>
#include <thread>
#include <vector>

#include "shelf.h"

namespace {

class BakeryShelf : public Shelf {
 public:
  explicit BakeryShelf(int places) : loaves_(places) {}

  bool Put(int loaf) override {
    std::unique_lock lock(mutex_);
    while (put_ - taken_ == loaves_.size() && !closed_) {
      lock.unlock();
      std::this_thread::yield();
      lock.lock();
    }
    if (closed_) return false;
    loaves_[put_++ % loaves_.size()] = loaf;
    return true;
  }

  std::optional<int> Take() override {
    std::unique_lock lock(mutex_);
    while (put_ == taken_ && !closed_) {
      lock.unlock();
      std::this_thread::yield();
      lock.lock();
    }
    if (put_ == taken_) return std::nullopt;
    return loaves_[taken_++ % loaves_.size()];
  }

  void Close() override {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }

 private:
  std::mutex mutex_;
  std::vector<int> loaves_;
  std::size_t put_ = 0;
  std::size_t taken_ = 0;
  bool closed_ = false;
};

}  // namespace

std::unique_ptr<Shelf> MakeShelf(int places) { return std::make_unique<BakeryShelf>(places); }
