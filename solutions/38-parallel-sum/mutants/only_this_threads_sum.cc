// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Each thread sums in a thread_local; the caller sees its own and no other.
#include <cstdint>

#include "ballots.h"
#include "oneapi/tbb/parallel_for.h"

namespace {

thread_local std::int64_t sum = 0;

}  // namespace

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  sum = 0;
  tbb::parallel_for(0, stations, [&](int station) { sum += open_box(station); });
  return sum;
}
