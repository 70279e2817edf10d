// YOUR FILE: the only one that is graded.
//
// Readers share the lock, and a line at a time is copied for the one who reads on.
#include <algorithm>
#include <map>
#include <mutex>
#include <shared_mutex>

#include "office.h"

namespace {

class BusOffice : public Office {
 public:
  void Publish(int line, const Timetable& departures) override {
    const std::unique_lock lock(mutex_);
    lines_[line] = departures;
  }

  bool Add(int line, int departure) override {
    const std::unique_lock lock(mutex_);
    const auto found = lines_.find(line);
    if (found == lines_.end()) return false;
    Timetable& departures = found->second;
    departures.insert(std::ranges::upper_bound(departures, departure), departure);
    return true;
  }

  void Remove(int line) override {
    const std::unique_lock lock(mutex_);
    lines_.erase(line);
  }

  std::shared_ptr<const Timetable> Find(int line) const override {
    const std::shared_lock lock(mutex_);
    const auto found = lines_.find(line);
    if (found == lines_.end()) return nullptr;
    return std::make_shared<const Timetable>(found->second);
  }

  // The lock is free while the reader reads his copy. After it, the way is looked up anew, from the
  // number of the line: an iterator might be gone.
  void ForEach(const Reader& reader) const override {
    std::shared_lock lock(mutex_);
    for (auto next = lines_.begin(); next != lines_.end();) {
      const auto [line, departures] = *next;
      lock.unlock();
      reader(line, departures);
      lock.lock();
      next = lines_.upper_bound(line);
    }
  }

 private:
  mutable std::shared_mutex mutex_;
  std::map<int, Timetable> lines_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Office> MakeOffice() { return std::make_unique<BusOffice>(); }
