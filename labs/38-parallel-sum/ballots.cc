// YOUR FILE: the only one that is graded.
//
// The boxes are opened by many threads at once, and the votes in the total are fewer than in the
// boxes.
#include "ballots.h"

#include "oneapi/tbb/parallel_for.h"

// TODO: count every vote, with the boxes still opened side by side.
std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  std::int64_t total = 0;
  tbb::parallel_for(0, stations, [&](int station) { total += open_box(station); });
  return total;
}
