// What a complete search costs, in executions.
#ifndef RACELAB_TESTS_EXPLORER_BENCH_COST_H_
#define RACELAB_TESTS_EXPLORER_BENCH_COST_H_

#include <string>

namespace racelab::bench {

// Prints a table and writes a plot of it to `svg`. Returns the exit status of the program.
int MeasureCost(const std::string& svg);

}  // namespace racelab::bench

#endif  // RACELAB_TESTS_EXPLORER_BENCH_COST_H_
