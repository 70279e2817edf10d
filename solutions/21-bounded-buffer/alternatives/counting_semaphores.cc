// YOUR FILE: the only one that is graded.
//
// The standard's semaphores: one counts places, one counts loaves. Close() adds one of each;
// whoever is let in by it passes it on to the next.
#include <mutex>
#include <semaphore>
#include <vector>

#include "shelf.h"

namespace {

class BakeryShelf : public Shelf {
 public:
  explicit BakeryShelf(int places) : loaves_(places), places_(places) {}

  bool Put(int loaf) override {
    places_.acquire();
    const std::lock_guard lock(mutex_);
    if (closed_) {
      places_.release();
      return false;
    }
    loaves_[put_++ % loaves_.size()] = loaf;
    filled_.release();
    return true;
  }

  std::optional<int> Take() override {
    filled_.acquire();
    const std::lock_guard lock(mutex_);
    if (put_ == taken_) {
      filled_.release();
      return std::nullopt;
    }
    places_.release();
    return loaves_[taken_++ % loaves_.size()];
  }

  void Close() override {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    places_.release();
    filled_.release();
  }

 private:
  std::mutex mutex_;
  std::vector<int> loaves_;
  std::counting_semaphore<> places_;
  std::counting_semaphore<> filled_{0};
  std::size_t put_ = 0;
  std::size_t taken_ = 0;
  bool closed_ = false;
};

}  // namespace

std::unique_ptr<Shelf> MakeShelf(int places) { return std::make_unique<BakeryShelf>(places); }
