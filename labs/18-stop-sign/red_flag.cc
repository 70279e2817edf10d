// YOUR FILE: the only one that is graded.
//
// The flag goes up before the storm. Some swim on, some run to a shelter without a name, and some
// sleep on in the rain.
#include "red_flag.h"

#include <condition_variable>
#include <mutex>

namespace {

class LakeFlag : public RedFlag {
 public:
  // TODO: let everybody see the flag with all that was said before it, and let nobody sleep on.
  void Raise(const std::string& shelter) override {
    if (up_) return;
    shelter_ = shelter;
    up_ = true;
    raised_.notify_all();
  }

  bool IsUp() const override { return up_; }

  std::string WaitUntilUp() const override {
    std::unique_lock lock(mutex_);
    raised_.wait(lock, [this] { return up_; });
    return shelter_;
  }

 private:
  mutable std::mutex mutex_;
  mutable std::condition_variable raised_;
  std::string shelter_;
  volatile bool up_ = false;  // volatile: other threads may change it at any time.
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
