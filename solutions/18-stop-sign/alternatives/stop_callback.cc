// YOUR FILE: the only one that is graded.
//
// A sleeper leaves a callback with the token: it is called at once if the flag is up already.
#include <mutex>
#include <semaphore>
#include <stop_token>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    const std::lock_guard lock(writing_);
    if (stop_.stop_requested()) return;
    shelter_ = shelter;
    stop_.request_stop();
  }

  bool IsUp() const override { return stop_.stop_requested(); }

  std::string WaitUntilUp() const override {
    std::binary_semaphore alarm(0);
    const std::stop_callback wake(stop_.get_token(), [&alarm] { alarm.release(); });
    alarm.acquire();
    return shelter_;
  }

 private:
  std::stop_source stop_;
  std::mutex writing_;
  std::string shelter_;  // Written once, before the stop is requested.
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
