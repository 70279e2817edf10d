// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// The lock covers the opening too, so there is one open box at a time.
#include <cstdint>
#include <mutex>

#include "ballots.h"
#include "oneapi/tbb/parallel_for.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  std::mutex mutex;
  std::int64_t total = 0;  // Guarded by mutex.
  tbb::parallel_for(0, stations, [&](int station) {
    const std::lock_guard lock(mutex);
    total += open_box(station);
  });
  return total;
}
