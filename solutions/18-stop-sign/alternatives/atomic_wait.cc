// YOUR FILE: the only one that is graded.
//
// The flag carries the message (release, acquire), and is waited for itself.
#include <atomic>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    if (claimed_.exchange(true)) {
      up_.wait(false, std::memory_order_acquire);  // Until the first guard has written the message.
      return;
    }
    shelter_ = shelter;
    up_.store(true, std::memory_order_release);
    up_.notify_all();
  }

  bool IsUp() const override { return up_.load(std::memory_order_acquire); }

  std::string WaitUntilUp() const override {
    up_.wait(false, std::memory_order_acquire);
    return shelter_;
  }

 private:
  std::atomic<bool> claimed_{false};
  std::atomic<bool> up_{false};
  std::string shelter_;  // Written once, before up_.
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
