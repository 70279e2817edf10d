// YOUR FILE: the only one that is graded.
//
// The flag is atomic, so a swimmer never waits for the mutex; it still goes up under the mutex.
#include <atomic>
#include <condition_variable>
#include <mutex>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    {
      const std::lock_guard lock(mutex_);
      if (up_) return;
      shelter_ = shelter;
      up_ = true;
    }
    raised_.notify_all();
  }

  // Acquires what was written before the flag went up.
  bool IsUp() const override { return up_; }

  std::string WaitUntilUp() const override {
    std::unique_lock lock(mutex_);
    raised_.wait(lock, [this] { return up_.load(); });
    return shelter_;
  }

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable raised_;
  std::string shelter_;          // Guarded by mutex_.
  std::atomic<bool> up_{false};  // Written under mutex_: sleepers look at it there.
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
