// YOUR FILE: the only one that is graded.
//
// Everything is copied under the lock, and the reader has all the time he wants.
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
    const std::lock_guard lock(mutex_);
    const auto found = lines_.find(line);
    if (found == lines_.end()) return nullptr;
    return std::make_shared<const Timetable>(found->second);
  }

  void ForEach(const Reader& reader) const override {
    std::unique_lock lock(mutex_);
    const std::map<int, Timetable> lines = lines_;  // Deep: a map of lists, not of pointers.
    lock.unlock();
    for (const auto& [line, departures] : lines) reader(line, departures);
  }

 private:
  mutable std::mutex mutex_;
  std::map<int, Timetable> lines_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Office> MakeOffice() { return std::make_unique<BusOffice>(); }
