// YOUR FILE: the only one that is graded.
//
// A turnstile: each sleeper who gets through lets the next one through.
#include <semaphore.h>

#include <atomic>
#include <mutex>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  LakeFlag() { sem_init(&turnstile_, 0, 0); }

  ~LakeFlag() override { sem_destroy(&turnstile_); }

  void Raise(const std::string& shelter) override {
    const std::lock_guard lock(writing_);
    if (up_) return;
    shelter_ = shelter;
    up_ = true;
    sem_post(&turnstile_);
  }

  bool IsUp() const override { return up_; }

  std::string WaitUntilUp() const override {
    while (sem_wait(&turnstile_) != 0) {
    }
    sem_post(&turnstile_);
    return shelter_;
  }

 private:
  std::mutex writing_;
  std::string shelter_;  // Written once, before up_.
  std::atomic<bool> up_{false};
  mutable sem_t turnstile_;
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
