// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The list brings a lock of its own for those who write it; nobody locks it who reads.
#include <algorithm>
#include <map>
#include <mutex>

#include "office.h"

namespace {

class BusOffice : public Office {
 public:
  void Publish(int line, const Timetable& departures) override {
    const std::lock_guard lock(mutex_);
    lines_[line] = std::make_shared<Entry>(departures);
  }

  bool Add(int line, int departure) override {
    const std::shared_ptr<Entry> entry = Locate(line);
    if (entry == nullptr) return false;
    const std::lock_guard lock(entry->mutex);
    Timetable& departures = entry->departures;
    departures.insert(std::ranges::upper_bound(departures, departure), departure);
    return true;
  }

  void Remove(int line) override {
    const std::lock_guard lock(mutex_);
    lines_.erase(line);
  }

  std::shared_ptr<const Timetable> Find(int line) const override {
    const std::shared_ptr<Entry> entry = Locate(line);
    if (entry == nullptr) return nullptr;
    const std::lock_guard lock(entry->mutex);
    return {entry, &entry->departures};
  }

  void ForEach(const Reader& reader) const override {
    std::unique_lock lock(mutex_);
    const std::map<int, std::shared_ptr<Entry>> lines = lines_;
    lock.unlock();
    for (const auto& [line, entry] : lines) {
      const std::lock_guard reading(entry->mutex);
      reader(line, entry->departures);
    }
  }

 private:
  struct Entry {
    explicit Entry(const Timetable& first) : departures(first) {}
    std::mutex mutex;
    Timetable departures;
  };

  std::shared_ptr<Entry> Locate(int line) const {
    const std::lock_guard lock(mutex_);
    const auto found = lines_.find(line);
    return found == lines_.end() ? nullptr : found->second;
  }

  mutable std::mutex mutex_;
  std::map<int, std::shared_ptr<Entry>> lines_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Office> MakeOffice() { return std::make_unique<BusOffice>(); }
