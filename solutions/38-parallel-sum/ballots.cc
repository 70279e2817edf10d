// YOUR FILE: the only one that is graded.
//
// Each part of the range has a sum of its own; two sums that touch are joined, by one thread.
#include "ballots.h"

#include <cstdint>

#include "oneapi/tbb/blocked_range.h"
#include "oneapi/tbb/parallel_reduce.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  return tbb::parallel_reduce(
      tbb::blocked_range<int>(0, stations), std::int64_t{0},
      // `votes` is the sum of this part so far, and nobody else sees it.
      [&](const tbb::blocked_range<int>& range, std::int64_t votes) {
        for (int station = range.begin(); station != range.end(); ++station) {
          votes += open_box(station);
        }
        return votes;
      },
      [](std::int64_t left, std::int64_t right) { return left + right; });
}
