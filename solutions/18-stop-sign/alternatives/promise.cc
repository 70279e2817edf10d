// YOUR FILE: the only one that is graded.
//
// A promise kept once; every sleeper waits for the same future.
#include <atomic>
#include <future>
#include <mutex>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    const std::lock_guard lock(writing_);
    if (up_) return;
    promise_.set_value(shelter);
    up_ = true;
  }

  bool IsUp() const override { return up_; }

  std::string WaitUntilUp() const override { return std::shared_future(future_).get(); }

 private:
  std::mutex writing_;
  std::promise<std::string> promise_;
  const std::shared_future<std::string> future_{promise_.get_future()};
  std::atomic<bool> up_{false};
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
