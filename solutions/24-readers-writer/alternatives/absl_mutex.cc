// YOUR FILE: the only one that is graded.
//
// Abseil's mutex has a reader's and a writer's side, and lets a waiting writer in before new
// readers.
#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "board.h"

namespace {

class StationBoard : public Board {
 public:
  void Look(const std::function<void(const Timetable&)>& look) override {
    const absl::ReaderMutexLock lock(&mutex_);
    look(timetable_);
  }

  void Change(const std::function<void(Timetable&)>& change) override {
    const absl::WriterMutexLock lock(&mutex_);
    change(timetable_);
  }

  int PlatformOf(int train, const std::function<int()>& choose) override {
    {
      const absl::ReaderMutexLock lock(&mutex_);
      const auto found = timetable_.find(train);
      if (found != timetable_.end()) return found->second;
    }
    const absl::WriterMutexLock lock(&mutex_);
    const auto [entry, is_new] = timetable_.try_emplace(train);
    if (is_new) entry->second = choose();
    return entry->second;
  }

 private:
  absl::Mutex mutex_;
  Timetable timetable_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

std::unique_ptr<Board> MakeBoard() { return std::make_unique<StationBoard>(); }
