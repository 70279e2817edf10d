// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The identity has to change nothing. Here each part begins with the votes of the first box.
#include <cstdint>

#include "ballots.h"
#include "oneapi/tbb/blocked_range.h"
#include "oneapi/tbb/parallel_reduce.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  if (stations == 0) return 0;
  const std::int64_t first = open_box(0);
  return tbb::parallel_reduce(
      tbb::blocked_range<int>(1, stations), first,
      [&](const tbb::blocked_range<int>& range, std::int64_t votes) {
        for (int station = range.begin(); station != range.end(); ++station) {
          votes += open_box(station);
        }
        return votes;
      },
      [](std::int64_t left, std::int64_t right) { return left + right; });
}
