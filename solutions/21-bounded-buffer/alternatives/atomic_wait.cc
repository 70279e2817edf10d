// YOUR FILE: the only one that is graded.
//
// A number counts the changes; who cannot go on waits for it to differ from the one it saw.
#include <atomic>
#include <mutex>
#include <vector>

#include "shelf.h"

namespace {

class BakeryShelf : public Shelf {
 public:
  explicit BakeryShelf(int places) : loaves_(places) {}

  bool Put(int loaf) override {
    std::unique_lock lock(mutex_);
    while (put_ - taken_ == loaves_.size() && !closed_) WaitForChange(lock);
    if (closed_) return false;
    loaves_[put_++ % loaves_.size()] = loaf;
    Changed();
    return true;
  }

  std::optional<int> Take() override {
    std::unique_lock lock(mutex_);
    while (put_ == taken_ && !closed_) WaitForChange(lock);
    if (put_ == taken_) return std::nullopt;
    const int loaf = loaves_[taken_++ % loaves_.size()];
    Changed();
    return loaf;
  }

  void Close() override {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    Changed();
  }

 private:
  // Read with the mutex held: a change after that makes wait() return at once.
  void WaitForChange(std::unique_lock<std::mutex>& lock) {
    const int seen = changes_;
    lock.unlock();
    changes_.wait(seen);
    lock.lock();
  }

  void Changed() {
    ++changes_;
    changes_.notify_all();
  }

  std::mutex mutex_;
  std::atomic<int> changes_ = 0;
  std::vector<int> loaves_;
  std::size_t put_ = 0;
  std::size_t taken_ = 0;
  bool closed_ = false;
};

}  // namespace

std::unique_ptr<Shelf> MakeShelf(int places) { return std::make_unique<BakeryShelf>(places); }
