// YOUR FILE: the only one that is graded.
//
// No flag beside the promise: a future that is asked with no time at all does not wait.
#include <chrono>
#include <future>
#include <mutex>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    std::call_once(once_, [&] { promise_.set_value(shelter); });
  }

  bool IsUp() const override {
    return future_.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  }

  std::string WaitUntilUp() const override { return std::shared_future(future_).get(); }

 private:
  std::once_flag once_;
  std::promise<std::string> promise_;
  const std::shared_future<std::string> future_{promise_.get_future()};
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
