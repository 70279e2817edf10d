// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Three atomics: no data race, and no moment at which they are read or changed together.
#include <algorithm>
#include <atomic>

#include "station.h"

namespace {

class WeatherStation : public Station {
 public:
  void Record(int degrees) override {
    const bool first = readings_++ == 0;
    lowest_ = first ? degrees : std::min(lowest_.load(), degrees);
    highest_ = first ? degrees : std::max(highest_.load(), degrees);
  }

  Summary Read() const override { return {readings_, lowest_, highest_}; }

  Summary Take() override {
    return {readings_.exchange(0), lowest_.exchange(0), highest_.exchange(0)};
  }

 private:
  std::atomic<int> readings_ = 0;
  std::atomic<int> lowest_ = 0;
  std::atomic<int> highest_ = 0;
};

}  // namespace

std::unique_ptr<Station> MakeStation() { return std::make_unique<WeatherStation>(); }
