// Time inside an execution: it stands still while threads run, and a sleeper that wakes or a timed
// wait that ends moves it to the deadline. Every clock shows the same.
#ifndef RACELAB_EXPLORER_VIRTUAL_TIME_H_
#define RACELAB_EXPLORER_VIRTUAL_TIME_H_

#include <time.h>

#include <cstdint>

#include "run.h"

namespace racelab::explorer {

inline constexpr std::int64_t kNsPerSecond = 1'000'000'000;
// What clocks show when an execution starts: 2024-01-01T00:00:00Z.
inline constexpr std::int64_t kStartNs = 1'704'067'200 * kNsPerSecond;

inline timespec VirtualNow() {
  const std::int64_t ns = kStartNs + g_run.now_ns();
  return timespec{ns / kNsPerSecond, ns % kNsPerSecond};
}

// An absolute time of any clock as virtual time; at least 0 and at most kForeverNs.
inline std::int64_t DeadlineNs(const timespec& at) {
  const __int128 ns = static_cast<__int128>(at.tv_sec) * kNsPerSecond + at.tv_nsec - kStartNs;
  if (ns > kForeverNs) return kForeverNs;
  return ns < 0 ? 0 : static_cast<std::int64_t>(ns);
}
// The same for a duration from now.
inline std::int64_t DeadlineAfterNs(const timespec& duration) {
  timespec at = duration;
  const timespec now = VirtualNow();
  at.tv_sec += now.tv_sec;
  at.tv_nsec += now.tv_nsec;
  return DeadlineNs(at);
}

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_VIRTUAL_TIME_H_
