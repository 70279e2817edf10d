// YOUR FILE: the only one that is graded.
//
// expect: forbidden
// Polite, and still awake: it looks, gives way and looks again.
#include <atomic>
#include <mutex>
#include <thread>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    const std::lock_guard lock(mutex_);
    if (up_) return;
    shelter_ = shelter;
    up_ = true;
  }

  bool IsUp() const override { return up_; }

  std::string WaitUntilUp() const override {
    while (!up_) std::this_thread::yield();
    return shelter_;
  }

 private:
  std::mutex mutex_;
  std::string shelter_;  // Written once, before up_.
  std::atomic<bool> up_{false};
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
