// YOUR FILE: the only one that is graded.
//
// Copy on write: a look keeps the timetable that was valid when it began, and nobody changes that
// one.
#include <mutex>

#include "board.h"

namespace {

class StationBoard : public Board {
 public:
  void Look(const std::function<void(const Timetable&)>& look) override { look(*Current()); }

  void Change(const std::function<void(Timetable&)>& change) override {
    const std::lock_guard lock(writers_);
    const auto next = std::make_shared<Timetable>(*Current());
    change(*next);
    Publish(next);
  }

  int PlatformOf(int train, const std::function<int()>& choose) override {
    const std::shared_ptr<const Timetable> seen = Current();
    const auto found = seen->find(train);
    if (found != seen->end()) return found->second;
    int platform = 0;
    Change([&](Timetable& timetable) {
      const auto [entry, is_new] = timetable.try_emplace(train);
      if (is_new) entry->second = choose();
      platform = entry->second;
    });
    return platform;
  }

 private:
  std::shared_ptr<const Timetable> Current() {
    const std::lock_guard lock(mutex_);
    return current_;
  }

  void Publish(std::shared_ptr<const Timetable> next) {
    const std::lock_guard lock(mutex_);
    current_.swap(next);
  }

  std::mutex writers_;  // Held while a change is made.
  std::mutex mutex_;    // Held for a moment, for the pointer.
  std::shared_ptr<const Timetable> current_ = std::make_shared<Timetable>();
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<StationBoard>(); }
