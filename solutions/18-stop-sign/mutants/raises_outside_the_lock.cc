// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// Atomic, but not under the mutex: the flag goes up between a sleeper's look and his sleep.
#include <atomic>
#include <condition_variable>
#include <mutex>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    std::call_once(once_, [&] {
      shelter_ = shelter;
      up_ = true;
      raised_.notify_all();
    });
  }

  bool IsUp() const override { return up_; }

  std::string WaitUntilUp() const override {
    std::unique_lock lock(mutex_);
    raised_.wait(lock, [this] { return up_.load(); });
    return shelter_;
  }

 private:
  std::once_flag once_;
  mutable std::mutex mutex_;
  mutable std::condition_variable raised_;
  std::string shelter_;  // Written once, before up_.
  std::atomic<bool> up_{false};
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
