// YOUR FILE: the only one that is graded.
//
// A place for each station: no two threads write to one, and the sum is made afterwards.
#include <cstdint>
#include <numeric>
#include <vector>

#include "ballots.h"
#include "oneapi/tbb/parallel_for.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  std::vector<std::int64_t> votes(stations);
  tbb::parallel_for(0, stations, [&](int station) { votes[station] = open_box(station); });
  return std::accumulate(votes.begin(), votes.end(), std::int64_t{0});
}
