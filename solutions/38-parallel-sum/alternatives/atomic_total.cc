// YOUR FILE: the only one that is graded.
//
// Right, and slow where boxes are small: every box goes to one number, and its cache line travels
// each time.
#include <atomic>
#include <cstdint>

#include "ballots.h"
#include "oneapi/tbb/parallel_for.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  std::atomic<std::int64_t> total = 0;
  tbb::parallel_for(0, stations, [&](int station) {
    total.fetch_add(open_box(station), std::memory_order_relaxed);
  });
  return total;
}
