// How fast executions are, with Google Benchmark; and, with --cost SVG, how many of them a complete
// search needs against threads and steps, with and without the reduction: a table and a plot.
#include <benchmark/benchmark.h>

#include <cstring>
#include <functional>
#include <string>

#include "cost.h"
#include "src/explorer/fiber_program.h"
#include "src/explorer/strategy.h"
#include "subjects.h"

namespace racelab::bench {
namespace {

using explorer::ExecutionResult;
using explorer::FiberProgram;
using explorer::RunOptions;
using explorer::Strategy;
using explorer::StrategyKind;

// One execution an iteration, each under the next random schedule.
void Execute(benchmark::State& state, void (*body)()) {
  FiberProgram program(body);
  Strategy strategy;
  RunOptions options;
  options.detect_races = state.range(0) != 0;
  std::int64_t steps = 0;
  std::uint64_t seed = 0;
  for (auto _ : state) {
    strategy.Begin(StrategyKind::kUniform, ++seed, 20);
    const ExecutionResult result = program.Run(strategy, options);
    steps += result.steps;
  }
  state.counters["executions/s"] =
      benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
  state.counters["a step"] = benchmark::Counter(
      static_cast<double>(steps), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["steps"] =
      benchmark::Counter(static_cast<double>(steps), benchmark::Counter::kAvgIterations);
}

BENCHMARK_CAPTURE(Execute, a_two_plain_increments, TwoPlainIncrements)
    ->ArgName("races")
    ->DenseRange(0, 1);
BENCHMARK_CAPTURE(Execute, b_two_locked_increments, TwoLockedIncrements)
    ->ArgName("races")
    ->DenseRange(0, 1);
BENCHMARK_CAPTURE(Execute, c_thirty_atomic_increments, ThirtyAtomicIncrements)
    ->ArgName("races")
    ->DenseRange(0, 1);
BENCHMARK_CAPTURE(Execute, d_bounded_buffer, BoundedBuffer)->ArgName("races")->DenseRange(0, 1);

}  // namespace
}  // namespace racelab::bench

int main(int argc, char** argv) {
  racelab::explorer::PrepareForPrograms();
  if (argc == 3 && std::strcmp(argv[1], "--cost") == 0) return racelab::bench::MeasureCost(argv[2]);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
