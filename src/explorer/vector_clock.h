// Vector clocks and epochs: who has seen what of whom (Fidge, Mattern; epochs as in FastTrack,
// Flanagan and Freund, PLDI 2009).
#ifndef RACELAB_EXPLORER_VECTOR_CLOCK_H_
#define RACELAB_EXPLORER_VECTOR_CLOCK_H_

#include <cstdint>

namespace racelab::explorer {

// The most threads one execution may create, the scenario's own included. An execution that creates
// more ends as `unsupported`.
inline constexpr int kMaxThreads = 64;

// One moment of one thread, packed so that a shadow cell stays small. 0 means "never": clocks of
// threads start at 1.
class Epoch {
 public:
  constexpr Epoch() = default;
  constexpr Epoch(int thread, std::uint32_t clock)
      : bits_((static_cast<std::uint32_t>(thread) << kClockBits) | clock) {}

  constexpr int thread() const { return static_cast<int>(bits_ >> kClockBits); }
  constexpr std::uint32_t clock() const { return bits_ & ((1u << kClockBits) - 1); }
  constexpr bool ever() const { return bits_ != 0; }
  constexpr std::uint32_t bits() const { return bits_; }
  static constexpr Epoch FromBits(std::uint32_t bits) {
    Epoch epoch;
    epoch.bits_ = bits;
    return epoch;
  }
  friend constexpr bool operator==(Epoch, Epoch) = default;

 private:
  // 26 bits are 67 million releases of one thread; an execution has some thousand steps.
  static constexpr int kClockBits = 26;
  std::uint32_t bits_ = 0;
};

class VectorClock {
 public:
  std::uint32_t Get(int thread) const { return thread < size_ ? clocks_[thread] : 0; }

  void Set(int thread, std::uint32_t clock) {
    for (; size_ <= thread; ++size_) clocks_[size_] = 0;
    clocks_[thread] = clock;
  }

  void Tick(int thread) { Set(thread, Get(thread) + 1); }

  // Everything that `other` has seen has now been seen here too.
  void Join(const VectorClock& other) {
    for (; size_ < other.size_; ++size_) clocks_[size_] = 0;
    for (int i = 0; i < other.size_; ++i) {
      if (clocks_[i] < other.clocks_[i]) clocks_[i] = other.clocks_[i];
    }
  }

  void Assign(const VectorClock& other) {
    size_ = other.size_;
    for (int i = 0; i < size_; ++i) clocks_[i] = other.clocks_[i];
  }

  void Clear() { size_ = 0; }
  bool empty() const { return size_ == 0; }
  int size() const { return size_; }

  bool Saw(Epoch epoch) const { return epoch.clock() <= Get(epoch.thread()); }

  // The first thread whose clock here is beyond what `other` has seen, or -1.
  int FirstNotSeenBy(const VectorClock& other) const {
    for (int i = 0; i < size_; ++i) {
      if (clocks_[i] > other.Get(i)) return i;
    }
    return -1;
  }

 private:
  int size_ = 0;
  std::uint32_t clocks_[kMaxThreads];  // the first size_ are meaningful
};

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_VECTOR_CLOCK_H_
