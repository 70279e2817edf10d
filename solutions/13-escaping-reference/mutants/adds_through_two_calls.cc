// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Finds a copy, changes it and publishes it: three good steps, and what came in between is undone.
#include <algorithm>
#include <map>
#include <mutex>

#include "office.h"

namespace {

class BusOffice : public Office {
 public:
  void Publish(int line, const Timetable& departures) override {
    const std::lock_guard lock(mutex_);
    lines_[line] = std::make_shared<const Timetable>(departures);
  }

  bool Add(int line, int departure) override {
    const std::shared_ptr<const Timetable> found = Find(line);
    if (found == nullptr) return false;
    Timetable departures = *found;
    departures.insert(std::ranges::upper_bound(departures, departure), departure);
    Publish(line, departures);
    return true;
  }

  void Remove(int line) override {
    const std::lock_guard lock(mutex_);
    lines_.erase(line);
  }

  std::shared_ptr<const Timetable> Find(int line) const override {
    const std::lock_guard lock(mutex_);
    const auto found = lines_.find(line);
    return found == lines_.end() ? nullptr : found->second;
  }

  void ForEach(const Reader& reader) const override {
    std::unique_lock lock(mutex_);
    const std::map<int, std::shared_ptr<const Timetable>> lines = lines_;
    lock.unlock();
    for (const auto& [line, departures] : lines) reader(line, *departures);
  }

 private:
  mutable std::mutex mutex_;
  std::map<int, std::shared_ptr<const Timetable>> lines_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Office> MakeOffice() { return std::make_unique<BusOffice>(); }
