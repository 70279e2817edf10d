// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// The total is atomic, and read before the box is opened and written after: boxes in between are
// lost.
#include <atomic>
#include <cstdint>

#include "ballots.h"
#include "oneapi/tbb/parallel_for.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  std::atomic<std::int64_t> total = 0;
  tbb::parallel_for(0, stations, [&](int station) {
    const std::int64_t before = total.load();
    total.store(before + open_box(station));
  });
  return total;
}
