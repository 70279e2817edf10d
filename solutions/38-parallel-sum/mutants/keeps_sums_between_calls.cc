// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The sums are static, so the votes of the last election are counted again.
#include <cstdint>
#include <functional>

#include "ballots.h"
#include "oneapi/tbb/enumerable_thread_specific.h"
#include "oneapi/tbb/parallel_for.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  static tbb::enumerable_thread_specific<std::int64_t> sums(std::int64_t{0});
  tbb::parallel_for(0, stations, [&](int station) { sums.local() += open_box(station); });
  return sums.combine(std::plus<>());
}
