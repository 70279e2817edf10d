// YOUR FILE: the only one that is graded.
//
// A sum for each thread, made at its first box, and added up when all have ended.
#include "oneapi/tbb/enumerable_thread_specific.h"

#include <cstdint>
#include <functional>

#include "ballots.h"
#include "oneapi/tbb/parallel_for.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  tbb::enumerable_thread_specific<std::int64_t> sums(std::int64_t{0});
  tbb::parallel_for(0, stations, [&](int station) {
    const std::int64_t votes = open_box(station);
    sums.local() += votes;
  });
  return sums.combine(std::plus<>());
}
