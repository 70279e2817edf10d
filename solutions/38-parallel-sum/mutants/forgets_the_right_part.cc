// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The join returns the left sum: what another thread counted is thrown away.
#include <cstdint>

#include "ballots.h"
#include "oneapi/tbb/blocked_range.h"
#include "oneapi/tbb/parallel_reduce.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  return tbb::parallel_reduce(
      tbb::blocked_range<int>(0, stations), std::int64_t{0},
      [&](const tbb::blocked_range<int>& range, std::int64_t votes) {
        for (int station = range.begin(); station != range.end(); ++station) {
          votes += open_box(station);
        }
        return votes;
      },
      [](std::int64_t left, std::int64_t) { return left; });
}
