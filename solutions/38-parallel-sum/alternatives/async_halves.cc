// YOUR FILE: the only one that is graded.
//
// Without oneTBB: two tasks, each with half of the stations and a sum of its own.
#include <cstdint>
#include <future>

#include "ballots.h"

std::int64_t CountVotes(int stations, const OpenBox& open_box) {
  const auto count = [&](int begin, int end) {
    std::int64_t votes = 0;
    for (int station = begin; station < end; ++station) votes += open_box(station);
    return votes;
  };
  const int middle = stations / 2;
  std::future<std::int64_t> left = std::async(std::launch::async, count, 0, middle);
  const std::int64_t right = count(middle, stations);
  return left.get() + right;
}
