// YOUR FILE: the only one that is graded.
//
// POSIX semaphores: one counts places, one counts loaves. Close() adds one of each; whoever is let
// in by it passes it on to the next.
#include <semaphore.h>

#include <mutex>
#include <vector>

#include "shelf.h"

namespace {

class BakeryShelf : public Shelf {
 public:
  explicit BakeryShelf(int places) : loaves_(places) {
    sem_init(&places_, 0, static_cast<unsigned>(places));
    sem_init(&filled_, 0, 0);
  }
  ~BakeryShelf() override {
    sem_destroy(&places_);
    sem_destroy(&filled_);
  }

  bool Put(int loaf) override {
    sem_wait(&places_);
    const std::lock_guard lock(mutex_);
    if (closed_) {
      sem_post(&places_);
      return false;
    }
    loaves_[put_++ % loaves_.size()] = loaf;
    sem_post(&filled_);
    return true;
  }

  std::optional<int> Take() override {
    sem_wait(&filled_);
    const std::lock_guard lock(mutex_);
    if (put_ == taken_) {
      sem_post(&filled_);
      return std::nullopt;
    }
    sem_post(&places_);
    return loaves_[taken_++ % loaves_.size()];
  }

  void Close() override {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    sem_post(&places_);
    sem_post(&filled_);
  }

 private:
  std::mutex mutex_;
  std::vector<int> loaves_;
  sem_t places_;
  sem_t filled_;
  std::size_t put_ = 0;
  std::size_t taken_ = 0;
  bool closed_ = false;
};

}  // namespace

std::unique_ptr<Shelf> MakeShelf(int places) { return std::make_unique<BakeryShelf>(places); }
