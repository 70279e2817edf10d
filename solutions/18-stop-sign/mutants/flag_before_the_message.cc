// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The flag goes up first, and the shelter is still being written when the first one reads it.
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
      if (up_.exchange(true)) return;
    }
    raised_.notify_all();
    shelter_ = shelter;
  }

  bool IsUp() const override { return up_; }

  std::string WaitUntilUp() const override {
    std::unique_lock lock(mutex_);
    raised_.wait(lock, [this] { return up_.load(); });
    return shelter_;
  }

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable raised_;
  std::string shelter_;
  std::atomic<bool> up_{false};
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
