// YOUR FILE: the only one that is graded.
//
// expect: data-race
// A helper finds the list under the lock and returns a reference; the copy is made without.
#include <algorithm>
#include <map>
#include <mutex>

#include "office.h"

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

  std::shared_ptr<const Timetable> Find(int line) const override {
    const Timetable* departures = Locate(line);
    return departures == nullptr ? nullptr : std::make_shared<const Timetable>(*departures);
  }

  void ForEach(const Reader& reader) const override {
    const std::lock_guard lock(mutex_);
    for (const auto& [line, departures] : lines_) reader(line, departures);
  }

 private:
  const Timetable* Locate(int line) const {
    const std::lock_guard lock(mutex_);
    const auto found = lines_.find(line);
    return found == lines_.end() ? nullptr : &found->second;
  }

  mutable std::mutex mutex_;
  std::map<int, Timetable> lines_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Office> MakeOffice() { return std::make_unique<BusOffice>(); }
