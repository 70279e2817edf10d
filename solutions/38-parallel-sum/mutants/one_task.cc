// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// The piece must be as large as everything, so there is only one.
#include <cstdint>

#include "ballots.h"
#include "oneapi/tbb/blocked_range.h"
#include "oneapi/tbb/parallel_reduce.h"
#include "oneapi/tbb/partitioner.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  return tbb::parallel_reduce(
      tbb::blocked_range<int>(0, stations, stations + 1), std::int64_t{0},
      [&](const tbb::blocked_range<int>& range, std::int64_t votes) {
        for (int station = range.begin(); station != range.end(); ++station) {
          votes += open_box(station);
        }
        return votes;
      },
      [](std::int64_t left, std::int64_t right) { return left + right; },
      tbb::simple_partitioner());
}
