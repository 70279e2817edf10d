// YOUR FILE: the only one that is graded.
//
// A turnstile: each sleeper who gets through lets the next one through.
#include <atomic>
#include <mutex>
#include <semaphore>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    const std::lock_guard lock(writing_);
    if (up_) return;
    shelter_ = shelter;
    up_ = true;
    turnstile_.release();
  }

  bool IsUp() const override { return up_; }

  std::string WaitUntilUp() const override {
    turnstile_.acquire();
    turnstile_.release();
    return shelter_;
  }

 private:
  std::mutex writing_;
  std::string shelter_;  // Written once, before up_.
  std::atomic<bool> up_{false};
  mutable std::counting_semaphore<> turnstile_{0};
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
