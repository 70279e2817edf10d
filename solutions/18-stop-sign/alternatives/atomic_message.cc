// YOUR FILE: the only one that is graded.
//
// The message is the flag: a pointer that is null until the first guard has put his up.
#include <atomic>

#include "red_flag.h"

namespace {

class LakeFlag : public RedFlag {
 public:
  ~LakeFlag() override { delete shelter_.load(); }

  void Raise(const std::string& shelter) override {
    auto mine = std::make_unique<const std::string>(shelter);
    const std::string* none = nullptr;
    if (!shelter_.compare_exchange_strong(none, mine.get())) return;
    (void)mine.release();  // It belongs to the flag now.
    shelter_.notify_all();
  }

  bool IsUp() const override { return shelter_.load() != nullptr; }

  std::string WaitUntilUp() const override {
    shelter_.wait(nullptr);
    return *shelter_.load();
  }

 private:
  std::atomic<const std::string*> shelter_{nullptr};
};

}  // namespace

std::unique_ptr<RedFlag> MakeRedFlag() { return std::make_unique<LakeFlag>(); }
