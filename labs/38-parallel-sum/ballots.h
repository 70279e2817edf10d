// The contract of lab 38: the votes of many polling stations, added up by many threads.
//
// Example:
//   const std::int64_t votes = CountVotes(3, [](int station) { return 10 * station; });  // 30
#ifndef LABS_38_PARALLEL_SUM_BALLOTS_H_
#define LABS_38_PARALLEL_SUM_BALLOTS_H_

#include <cstdint>
#include <functional>

// Opens the box of one polling station and counts its votes, which takes a while. A station's count
// may be large, or below zero (a correction). Thread-safe; one box is opened once only.
using OpenBox = std::function<std::int64_t(int station)>;

// Opens the boxes of the stations 0, 1, … stations-1, each exactly once, and returns the sum of
// their votes: 0 when there is none. The sum is exact, and fits in 64 bits at each moment.
//
// Parallel: several boxes are open at once, when there is more than one thread to open them.
// Blocks until every box has been counted: no call of `open_box` is running after the return.
// Thread-safety: may be called by several threads at once, and again and again; no call knows of
// another. Memory order: all that the calls of `open_box` did happens-before the return.
std::int64_t CountVotes(int stations, const OpenBox& open_box);

#endif  // LABS_38_PARALLEL_SUM_BALLOTS_H_
