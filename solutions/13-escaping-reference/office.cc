// YOUR FILE: the only one that is graded.
//
// What leaves the lock is a copy; what is shown without one is shown under the lock.
#include "office.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace {

class BusOffice : public Office {
 public:
  void Publish(int line, const Timetable& departures) override {
    const std::lock_guard lock(mutex_);
    lines_[line] = departures;
  }

  bool Add(int line, int departure) override {
    const std::lock_guard lock(mutex_);
    const auto found = lines_.find(line);
    if (found == lines_.end()) return false;
    Timetable& departures = found->second;
    departures.insert(std::ranges::upper_bound(departures, departure), departure);
    return true;
  }

  void Remove(int line) override {
    const std::lock_guard lock(mutex_);
    lines_.erase(line);
  }

  // The copy is made while the guard is still there, and nobody here knows it any more.
  std::shared_ptr<const Timetable> Find(int line) const override {
    const std::lock_guard lock(mutex_);
    const auto found = lines_.find(line);
    if (found == lines_.end()) return nullptr;
    return std::make_shared<const Timetable>(found->second);
  }

  // Nothing leaves: the reader comes in. Whoever wants to change a line waits until he is done.
  void ForEach(const Reader& reader) const override {
    const std::lock_guard lock(mutex_);
    for (const auto& [line, departures] : lines_) reader(line, departures);
  }

 private:
  mutable std::mutex mutex_;
  std::map<int, Timetable> lines_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Office> MakeOffice() { return std::make_unique<BusOffice>(); }
