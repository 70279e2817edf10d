// YOUR FILE: the only one that is graded.
//
// Abseil's mutex, shared by those who only look.
#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "hall.h"

namespace {

class ConcertHall : public Hall {
 public:
  explicit ConcertHall(int seats) : taken_(seats) {}

  void Seat(int seat) override {
    const absl::MutexLock lock(&mutex_);
    taken_[seat] = true;
    list_.push_back(seat);
  }

  bool IsTaken(int seat) const override {
    const absl::ReaderMutexLock lock(&mutex_);
    return taken_[seat];
  }

  int Guests() const override {
    const absl::ReaderMutexLock lock(&mutex_);
    return static_cast<int>(list_.size());
  }

  std::vector<int> List() const override {
    const absl::ReaderMutexLock lock(&mutex_);
    return list_;
  }

 private:
  mutable absl::Mutex mutex_;
  std::vector<bool> taken_ ABSL_GUARDED_BY(mutex_);
  std::vector<int> list_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

std::unique_ptr<Hall> MakeHall(int seats) { return std::make_unique<ConcertHall>(seats); }
