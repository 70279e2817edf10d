// YOUR FILE: the only one that is graded.
//
// The boxes are opened without the lock, and added under it.
#include <cstdint>
#include <mutex>

#include "ballots.h"
#include "oneapi/tbb/parallel_for.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  std::mutex mutex;
  std::int64_t total = 0;  // Guarded by mutex.
  tbb::parallel_for(0, stations, [&](int station) {
    const std::int64_t votes = open_box(station);
    const std::lock_guard lock(mutex);
    total += votes;
  });
  return total;
}
