// YOUR FILE: the only one that is graded.
//
// expect: use-after-free
// Copies each line and frees the lock while it is shown; then goes on from an iterator to a line
// that may have been removed.
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
    for (auto next = lines_.begin(); next != lines_.end(); next = lines_.upper_bound(next->first)) {
      const auto [line, departures] = *next;
      lock.unlock();
      reader(line, departures);
      lock.lock();
    }
  }

 private:
  mutable std::mutex mutex_;
  std::map<int, Timetable> lines_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Office> MakeOffice() { return std::make_unique<BusOffice>(); }
