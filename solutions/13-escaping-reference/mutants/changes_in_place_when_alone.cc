// YOUR FILE: the only one that is graded.
//
// expect: data-race
// Copies only if somebody else has the list. use_count() orders nothing: the last reader's reads
// may still be under way, as far as this thread can know.
#include <algorithm>
#include <map>
#include <mutex>

#include "office.h"

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
    std::shared_ptr<Timetable>& pointer = found->second;
    if (pointer.use_count() > 1) pointer = std::make_shared<Timetable>(*pointer);
    pointer->insert(std::ranges::upper_bound(*pointer, departure), departure);
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
