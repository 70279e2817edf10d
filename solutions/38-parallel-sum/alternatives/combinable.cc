// YOUR FILE: the only one that is graded.
//
// combinable: a sum for each thread again.
#include "oneapi/tbb/combinable.h"

#include <cstdint>
#include <functional>

#include "ballots.h"
#include "oneapi/tbb/parallel_for.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  tbb::combinable<std::int64_t> sums([] { return std::int64_t{0}; });
  tbb::parallel_for(0, stations, [&](int station) { sums.local() += open_box(station); });
  return sums.combine(std::plus<>());
}
