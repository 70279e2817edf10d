// YOUR FILE: the only one that is graded.
//
// expect: data-race
// volatile makes the accesses happen, and neither joins nor orders them.
#include <cstdint>

#include "ballots.h"
#include "oneapi/tbb/parallel_for.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  volatile std::int64_t total = 0;
  tbb::parallel_for(0, stations, [&](int station) { total = total + open_box(station); });
  return total;
}
