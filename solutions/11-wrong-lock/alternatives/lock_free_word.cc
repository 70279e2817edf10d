// YOUR FILE: the only one that is graded.
//
// The whole summary in one atomic word of 64 bits, exchanged as a whole.
#include <algorithm>
#include <atomic>

#include "station.h"

namespace {

class WeatherStation : public Station {
 public:
  void Record(int degrees) override {
    const auto value = static_cast<short>(degrees);
    Packed seen = packed_.load();
    Packed next;
    do {
      const bool first = seen.readings == 0;
      next.readings = seen.readings + 1;
      next.lowest = first ? value : std::min(seen.lowest, value);
      next.highest = first ? value : std::max(seen.highest, value);
    } while (!packed_.compare_exchange_weak(seen, next));
  }

  Summary Read() const override { return Unpack(packed_.load()); }

  Summary Take() override { return Unpack(packed_.exchange(Packed{})); }

 private:
  struct Packed {
    int readings = 0;
    short lowest = 0;  // Degrees fit in 16 bits.
    short highest = 0;
  };

  static Summary Unpack(Packed packed) { return {packed.readings, packed.lowest, packed.highest}; }

  std::atomic<Packed> packed_{Packed{}};
};

}  // namespace

std::unique_ptr<Station> MakeStation() { return std::make_unique<WeatherStation>(); }
