// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The identity is an int, so each part is summed in 32 bits.
#include <cstdint>

#include "ballots.h"
#include "oneapi/tbb/blocked_range.h"
#include "oneapi/tbb/parallel_reduce.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  return tbb::parallel_reduce(
      tbb::blocked_range<int>(0, stations), 0,
      [&](const tbb::blocked_range<int>& range, int votes) {
        for (int station = range.begin(); station != range.end(); ++station) {
          votes = static_cast<int>(votes + open_box(station));
        }
        return votes;
      },
      [](int left, int right) { return left + right; });
}
