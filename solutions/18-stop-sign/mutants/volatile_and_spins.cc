// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The usual first try: a volatile flag, and a loop that looks at it until the core is hot.
#include <thread>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  void Raise(const std::string& shelter) override {
    if (up_) return;
    shelter_ = shelter;
    up_ = true;
  }

  bool IsUp() const override { return up_; }

  std::string WaitUntilUp() const override {
    while (!up_) std::this_thread::yield();
    return shelter_;
  }

 private:
  std::string shelter_;
  volatile bool up_ = false;
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
