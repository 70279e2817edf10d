// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The mutex is a local of the loop body: each box has its own, and locks nobody out.
#include <cstdint>
#include <mutex>

#include "ballots.h"
#include "oneapi/tbb/parallel_for.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  std::int64_t total = 0;
  tbb::parallel_for(0, stations, [&](int station) {
    const std::int64_t votes = open_box(station);
    std::mutex mutex;
    const std::lock_guard lock(mutex);
    total += votes;
  });
  return total;
}
