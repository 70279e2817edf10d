// YOUR FILE: the only one that is graded.
//
// expect: data-race
// parallel_reduce, with a body that adds to a variable of the caller instead of the sum it was
// handed.
#include <cstdint>

#include "ballots.h"
#include "oneapi/tbb/blocked_range.h"
#include "oneapi/tbb/parallel_reduce.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  std::int64_t total = 0;
  tbb::parallel_reduce(
      tbb::blocked_range<int>(0, stations), 0,
      [&](const tbb::blocked_range<int>& range, int) {
        for (int station = range.begin(); station != range.end(); ++station) {
          total += open_box(station);
        }
        return 0;
      },
      [](int, int) { return 0; });
  return total;
}
