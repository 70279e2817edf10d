// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// notify_one: the second sleeper stays where he is.
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
    raised_.notify_one();
  }

  bool IsUp() const override {
    const std::lock_guard lock(mutex_);
    return up_;
  }

  std::string WaitUntilUp() const override {
    std::unique_lock lock(mutex_);
    raised_.wait(lock, [this] { return up_; });
    return shelter_;
  }

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable raised_;
  std::string shelter_;  // Guarded by mutex_.
  bool up_ = false;      // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
