// YOUR FILE: the only one that is graded.
//
// Each pointer may be read and exchanged without the lock of the map: a list is never changed.
#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <utility>
#include <vector>

#include "office.h"

namespace {

class BusOffice : public Office {
 public:
  void Publish(int line, const Timetable& departures) override {
    const std::unique_lock lock(mutex_);
    std::atomic_store(&lines_[line], std::make_shared<const Timetable>(departures));
  }

  bool Add(int line, int departure) override {
    const std::shared_lock lock(mutex_);  // The map stays as it is; the pointer in it may change.
    const auto found = lines_.find(line);
    if (found == lines_.end()) return false;
    std::shared_ptr<const Timetable> seen = std::atomic_load(&found->second);
    std::shared_ptr<const Timetable> changed;
    do {
      Timetable departures = *seen;
      departures.insert(std::ranges::upper_bound(departures, departure), departure);
      changed = std::make_shared<const Timetable>(std::move(departures));
    } while (!std::atomic_compare_exchange_strong(&found->second, &seen, changed));
    return true;
  }

  void Remove(int line) override {
    const std::unique_lock lock(mutex_);
    lines_.erase(line);
  }

  std::shared_ptr<const Timetable> Find(int line) const override {
    const std::shared_lock lock(mutex_);
    const auto found = lines_.find(line);
    return found == lines_.end() ? nullptr : std::atomic_load(&found->second);
  }

  void ForEach(const Reader& reader) const override {
    std::vector<std::pair<int, std::shared_ptr<const Timetable>>> lines;
    {
      const std::shared_lock lock(mutex_);
      for (const auto& [line, pointer] : lines_)
        lines.emplace_back(line, std::atomic_load(&pointer));
    }
    for (const auto& [line, departures] : lines) reader(line, *departures);
  }

 private:
  mutable std::shared_mutex mutex_;
  std::map<int, std::shared_ptr<const Timetable>> lines_;  // The map is guarded by mutex_.
};

}  // namespace

std::unique_ptr<Office> MakeOffice() { return std::make_unique<BusOffice>(); }
