// YOUR FILE: the only one that is graded.
//
// A latch of one opens once and for all.
#include <atomic>
#include <latch>
#include <mutex>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    const std::lock_guard lock(writing_);
    if (up_) return;
    shelter_ = shelter;
    up_ = true;
    opened_.count_down();
  }

  bool IsUp() const override { return up_; }

  std::string WaitUntilUp() const override {
    opened_.wait();
    return shelter_;
  }

 private:
  std::mutex writing_;
  std::string shelter_;  // Written once, before up_.
  std::atomic<bool> up_{false};
  std::latch opened_{1};
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
