// YOUR FILE: the only one that is graded.
//
// Abseil's mutex: those who copy or look share it.
#include <algorithm>
#include <map>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "office.h"

namespace {

class BusOffice : public Office {
 public:
  void Publish(int line, const Timetable& departures) override {
    const absl::MutexLock lock(&mutex_);
    lines_[line] = departures;
  }

  bool Add(int line, int departure) override {
    const absl::MutexLock lock(&mutex_);
    const auto found = lines_.find(line);
    if (found == lines_.end()) return false;
    Timetable& departures = found->second;
    departures.insert(std::ranges::upper_bound(departures, departure), departure);
    return true;
  }

  void Remove(int line) override {
    const absl::MutexLock lock(&mutex_);
    lines_.erase(line);
  }

  std::shared_ptr<const Timetable> Find(int line) const override {
    const absl::ReaderMutexLock lock(&mutex_);
    const auto found = lines_.find(line);
    if (found == lines_.end()) return nullptr;
    return std::make_shared<const Timetable>(found->second);
  }

  void ForEach(const Reader& reader) const override {
    const absl::ReaderMutexLock lock(&mutex_);
    for (const auto& [line, departures] : lines_) reader(line, departures);
  }

 private:
  mutable absl::Mutex mutex_;
  std::map<int, Timetable> lines_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

std::unique_ptr<Office> MakeOffice() { return std::make_unique<BusOffice>(); }
