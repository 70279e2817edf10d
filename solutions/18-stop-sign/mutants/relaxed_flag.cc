// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The flag is atomic and relaxed: it is seen, and nothing of what was written before it.
#include <atomic>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    if (claimed_.exchange(true)) {
      up_.wait(false, std::memory_order_relaxed);
      return;
    }
    shelter_ = shelter;
    up_.store(true, std::memory_order_relaxed);
    up_.notify_all();
  }

  bool IsUp() const override { return up_.load(std::memory_order_relaxed); }

  std::string WaitUntilUp() const override {
    up_.wait(false, std::memory_order_relaxed);
    return shelter_;
  }

 private:
  std::atomic<bool> claimed_{false};
  std::atomic<bool> up_{false};
  std::string shelter_;
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
