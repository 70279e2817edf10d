// YOUR FILE: the only one that is graded.
//
// expect: data-race
// ForEach() walks through the map itself with no lock at all, so that nobody has to wait.
#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "office.h"

namespace {

class BusOffice : public Office {
 public:
  void Publish(int line, const Timetable& departures) override {
    const std::lock_guard lock(mutex_);
    lines_[line] = std::make_shared<const Timetable>(departures);
  }

  bool Add(int line, int departure) override {
    const std::lock_guard lock(mutex_);
    const auto found = lines_.find(line);
    if (found == lines_.end()) return false;
    Timetable departures = *found->second;
    departures.insert(std::ranges::upper_bound(departures, departure), departure);
    found->second = std::make_shared<const Timetable>(std::move(departures));
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
    for (const auto& [line, departures] : lines_) reader(line, *departures);
  }

 private:
  mutable std::mutex mutex_;
  std::map<int, std::shared_ptr<const Timetable>> lines_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Office> MakeOffice() { return std::make_unique<BusOffice>(); }
