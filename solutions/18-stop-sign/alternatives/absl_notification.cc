// YOUR FILE: the only one that is graded.
//
// A Notification is a flag that goes up once; a mutex sees to it that only one guard raises it.
#include <mutex>

#include "absl/synchronization/notification.h"
#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    const std::lock_guard lock(writing_);
    if (up_.HasBeenNotified()) return;
    shelter_ = shelter;
    up_.Notify();
  }

  bool IsUp() const override { return up_.HasBeenNotified(); }

  std::string WaitUntilUp() const override {
    up_.WaitForNotification();
    return shelter_;
  }

 private:
  std::mutex writing_;
  std::string shelter_;  // Written once, before the notification.
  absl::Notification up_;
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
