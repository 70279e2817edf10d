// YOUR FILE: the only one that is graded.
//
// absl::CondVar, with the loops written out.
#include <vector>

#include "absl/synchronization/mutex.h"
#include "shelf.h"

namespace {

class BakeryShelf : public Shelf {
 public:
  explicit BakeryShelf(int places) : loaves_(places) {}

  bool Put(int loaf) override {
    const absl::MutexLock lock(&mutex_);
    while (put_ - taken_ == loaves_.size() && !closed_) not_full_.Wait(&mutex_);
    if (closed_) return false;
    loaves_[put_++ % loaves_.size()] = loaf;
    not_empty_.Signal();
    return true;
  }

  std::optional<int> Take() override {
    const absl::MutexLock lock(&mutex_);
    while (put_ == taken_ && !closed_) not_empty_.Wait(&mutex_);
    if (put_ == taken_) return std::nullopt;
    not_full_.Signal();
    return loaves_[taken_++ % loaves_.size()];
  }

  void Close() override {
    const absl::MutexLock lock(&mutex_);
    closed_ = true;
    not_full_.SignalAll();
    not_empty_.SignalAll();
  }

 private:
  absl::Mutex mutex_;
  absl::CondVar not_full_;
  absl::CondVar not_empty_;
  std::vector<int> loaves_;
  std::size_t put_ = 0;
  std::size_t taken_ = 0;
  bool closed_ = false;
};

}  // namespace

std::unique_ptr<Shelf> MakeShelf(int places) { return std::make_unique<BakeryShelf>(places); }
