// YOUR FILE: the only one that is graded.
//
// expect: data-race
// An atomic flag, asked and then set: two guards both find it down and both write the shelter.
#include <atomic>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    if (up_) return;
    shelter_ = shelter;
    up_ = true;
    up_.notify_all();
  }

  bool IsUp() const override { return up_; }

  std::string WaitUntilUp() const override {
    up_.wait(false);
    return shelter_;
  }

 private:
  std::atomic<bool> up_{false};
  std::string shelter_;
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
