// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// An atomic's wait() sleeps until somebody notifies, and nobody does.
#include <atomic>
#include <mutex>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    const std::lock_guard lock(mutex_);
    if (up_ != 0) return;
    shelter_ = shelter;
    up_ = 1;
  }

  bool IsUp() const override { return up_ != 0; }

  std::string WaitUntilUp() const override {
    up_.wait(0);
    return shelter_;
  }

 private:
  std::mutex mutex_;
  std::string shelter_;
  std::atomic<int> up_{0};
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
