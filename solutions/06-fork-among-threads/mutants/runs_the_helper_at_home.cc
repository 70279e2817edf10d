// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// No child at all: the helper does its work in our own memory.
#include <mutex>
#include <vector>

#include "workshop.h"

namespace {

class BusyWorkshop : public Workshop {
 public:
  explicit BusyWorkshop(Helper helper) : helper_(std::move(helper)) {}

  void Note(const std::function<std::string()>& make) override {
    const std::lock_guard lock(mutex_);
    lines_.push_back(make());
  }

  int Lines() const override {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(lines_.size());
  }

  std::string AskHelper(const std::string& question) override {
    const std::string answer = helper_(question, *this);
    return answer;
  }

 private:
  const Helper helper_;
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Workshop> MakeWorkshop(Helper helper) {
  return std::make_unique<BusyWorkshop>(std::move(helper));
}
