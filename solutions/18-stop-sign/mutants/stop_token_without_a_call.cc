// YOUR FILE: the only one that is graded.
//
// expect: lost-wakeup
// A plain condition variable knows nothing of the token: the request wakes nobody.
#include <condition_variable>
#include <mutex>
#include <stop_token>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    const std::lock_guard lock(mutex_);
    if (stop_.stop_requested()) return;
    shelter_ = shelter;
    stop_.request_stop();
  }

  bool IsUp() const override { return stop_.stop_requested(); }

  std::string WaitUntilUp() const override {
    std::unique_lock lock(mutex_);
    raised_.wait(lock, [this] { return stop_.stop_requested(); });
    return shelter_;
  }

 private:
  std::stop_source stop_;
  mutable std::mutex mutex_;
  mutable std::condition_variable raised_;
  std::string shelter_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
