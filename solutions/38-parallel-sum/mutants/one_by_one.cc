// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// Right, and opened one after the other by one thread.
#include <cstdint>

#include "ballots.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  std::int64_t total = 0;
  for (int station = 0; station < stations; ++station) total += open_box(station);
  return total;
}
