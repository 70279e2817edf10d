// YOUR FILE: the only one that is graded.
//
// All of the state is one atomic word, changed in one step; who waits, waits for the word to
// change.
#include <atomic>
#include <cstdint>

#include "car_park.h"

namespace {

class CityCarPark : public CarPark {
 public:
  explicit CityCarPark(int places) : places_(places) {}

  int Enter() override {
    std::uint64_t state = state_.load();
    while (true) {
      if (state & kClosedBit) return kClosed;
      if (Cars(state) >= places_) {
        state_.wait(state);  // Returns only when the word differs from what was looked at.
        state = state_.load();
      } else if (state_.compare_exchange_weak(state, state + kOneCar + kOneTicket)) {
        return static_cast<int>(state >> 32) + 1;
      }
    }
  }

  void Leave() override {
    state_.fetch_sub(kOneCar);
    state_.notify_all();
  }

  void Close() override {
    state_.fetch_or(kClosedBit);
    state_.notify_all();
  }

  void WaitUntilQuiet() const override {
    std::uint64_t state = state_.load();
    for (; !(state & kClosedBit) || Cars(state) > 0; state = state_.load()) state_.wait(state);
  }

 private:
  static constexpr std::uint64_t kClosedBit = 1;
  static constexpr std::uint64_t kOneCar = 2;
  static constexpr std::uint64_t kOneTicket = std::uint64_t{1} << 32;

  static int Cars(std::uint64_t state) { return static_cast<int>((state >> 1) & 0x7fffffff); }

  const int places_;
  std::atomic<std::uint64_t> state_{0};
};

}  // namespace

std::unique_ptr<CarPark> MakeCarPark(int places) { return std::make_unique<CityCarPark>(places); }
