// YOUR FILE: the only one that is graded.
//
// Who cannot go on sleeps, and who changes something wakes somebody up. On busy days bakers and
// sellers sleep beside a shelf that is neither full nor empty, and some loaves are sold twice.
#include "shelf.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace {

class BakeryShelf : public Shelf {
 public:
  explicit BakeryShelf(int places) : loaves_(places) {}

  // TODO: let nobody sleep who could go on, and nobody go on who cannot.
  bool Put(int loaf) override {
    std::unique_lock lock(mutex_);
    if (put_ - taken_ == loaves_.size() && !closed_) changed_.wait(lock);
    if (closed_) return false;
    loaves_[put_++ % loaves_.size()] = loaf;
    changed_.notify_one();
    return true;
  }

  std::optional<int> Take() override {
    std::unique_lock lock(mutex_);
    if (put_ == taken_ && !closed_) changed_.wait(lock);
    if (put_ == taken_ && closed_) return std::nullopt;
    changed_.notify_one();
    return loaves_[taken_++ % loaves_.size()];
  }

  void Close() override {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_one();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<int> loaves_;  // A ring: loaf number n lies at place n modulo the places.
  std::size_t put_ = 0;      // Loaves ever put on the shelf …
  std::size_t taken_ = 0;    // … and ever taken.
  bool closed_ = false;
};

}  // namespace

std::unique_ptr<Shelf> MakeShelf(int places) { return std::make_unique<BakeryShelf>(places); }
