// YOUR FILE: the only one that is graded.
//
// The mutex itself wakes those whose condition has become true.
#include "absl/synchronization/mutex.h"
#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    const absl::MutexLock lock(&mutex_);
    if (up_) return;
    shelter_ = shelter;
    up_ = true;
  }

  bool IsUp() const override {
    const absl::ReaderMutexLock lock(&mutex_);
    return up_;
  }

  std::string WaitUntilUp() const override {
    const absl::MutexLock lock(&mutex_, absl::Condition(&up_));
    return shelter_;
  }

 private:
  mutable absl::Mutex mutex_;
  std::string shelter_;  // Guarded by mutex_.
  bool up_ = false;      // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
