// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// A semaphore raised by one lets one sleeper through, and the next has nothing to take.
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
    alarm_.release();
  }

  bool IsUp() const override { return up_; }

  std::string WaitUntilUp() const override {
    if (!up_) alarm_.acquire();
    return shelter_;
  }

 private:
  std::mutex writing_;
  std::string shelter_;
  std::atomic<bool> up_{false};
  mutable std::counting_semaphore<> alarm_{0};
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
