// YOUR FILE: the only one that is graded.
//
// Every line of code that touches a timetable holds the lock, or so it seems.
#include "office.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace {

class BusOffice : public Office {
 public:
  void Publish(int line, const Timetable& departures) override {
    const std::lock_guard lock(mutex_);
    lines_[line] = std::make_shared<Timetable>(departures);
  }

  bool Add(int line, int departure) override {
    const std::lock_guard lock(mutex_);
    const auto found = lines_.find(line);
    if (found == lines_.end()) return false;
    Timetable& departures = *found->second;
    const auto place = std::ranges::upper_bound(departures, departure);
    departures.insert(place, departure);
    return true;
  }

  void Remove(int line) override {
    const std::lock_guard lock(mutex_);
    lines_.erase(line);
  }

  // TODO: whoever has been given a timetable must be able to read it in peace.
  std::shared_ptr<const Timetable> Find(int line) const override {
    const std::lock_guard lock(mutex_);
    const auto found = lines_.find(line);
    return found == lines_.end() ? nullptr : found->second;
  }

  // A reader may take his time, so nobody has to wait for him: the lock is free by then.
  void ForEach(const Reader& reader) const override {
    std::unique_lock lock(mutex_);
    const std::map<int, std::shared_ptr<Timetable>> lines = lines_;
    lock.unlock();
    for (const auto& [line, departures] : lines) reader(line, *departures);
  }

 private:
  mutable std::mutex mutex_;
  std::map<int, std::shared_ptr<Timetable>> lines_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Office> MakeOffice() { return std::make_unique<BusOffice>(); }
