// YOUR FILE: the only one that is graded.
//
// The mutex itself looks at the conditions of those who wait, whenever it is released.
#include <vector>

#include "absl/synchronization/mutex.h"
#include "shelf.h"

namespace {

class BakeryShelf : public Shelf {
 public:
  explicit BakeryShelf(int places) : loaves_(places) {}

  bool Put(int loaf) override {
    const absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(this, &BakeryShelf::HasPlaceOrIsClosed));
    if (closed_) return false;
    loaves_[put_++ % loaves_.size()] = loaf;
    return true;
  }

  std::optional<int> Take() override {
    const absl::MutexLock lock(&mutex_);
    mutex_.Await(absl::Condition(this, &BakeryShelf::HasLoafOrIsClosed));
    if (put_ == taken_) return std::nullopt;
    return loaves_[taken_++ % loaves_.size()];
  }

  void Close() override {
    const absl::MutexLock lock(&mutex_);
    closed_ = true;
  }

 private:
  bool HasPlaceOrIsClosed() const { return put_ - taken_ < loaves_.size() || closed_; }
  bool HasLoafOrIsClosed() const { return put_ != taken_ || closed_; }

  absl::Mutex mutex_;
  std::vector<int> loaves_;
  std::size_t put_ = 0;
  std::size_t taken_ = 0;
  bool closed_ = false;
};

}  // namespace

std::unique_ptr<Shelf> MakeShelf(int places) { return std::make_unique<BakeryShelf>(places); }
