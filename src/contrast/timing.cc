#include "contrast/timing.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>
#include <vector>

namespace racelab::contrast {
namespace {

// Keeps the time of every repetition; prints nothing.
class Collector : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      times[run.run_name.function_name].push_back(run.GetAdjustedRealTime());
    }
  }

  std::map<std::string, std::vector<double>> times;
};

double Quantile(const std::vector<double>& sorted, double part) {
  const double at = part * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], at - static_cast<double>(below));
}

}  // namespace

Amount Summarize(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return {Quantile(values, 0.5), Quantile(values, 0.25), Quantile(values, 0.75)};
}

void Timing::Add(std::string name, int iterations, Operation operation) {
  operations_[std::move(name)] = {.iterations = iterations, .operation = std::move(operation)};
}

void Timing::Run() {
  std::string program = "racelab-contrast";
  std::string interleave = "--benchmark_enable_random_interleaving=true";
  char* arguments[] = {program.data(), interleave.data(), nullptr};
  int count = 2;
  benchmark::Initialize(&count, arguments);
  const auto end = std::chrono::steady_clock::now() +
                   std::chrono::milliseconds(static_cast<int>(1000 * options_.seconds_max));
  const std::size_t calls_max = operations_.size() * static_cast<std::size_t>(options_.repetitions);
  std::size_t calls = 0;
  for (auto& [name, entry] : operations_) {
    const auto repeat = [&](benchmark::State& state) {
      const int percent = static_cast<int>(100 * calls++ / calls_max);
      if (entry.calls >= options_.repetitions_min && std::chrono::steady_clock::now() > end) {
        for (auto _ : state) {
        }
        return;
      }
      ++entry.calls;
      options_.progress(percent, name);
      entry.operation(state);
    };
    benchmark::RegisterBenchmark(name.c_str(), repeat)
        ->UseRealTime()
        ->Iterations(entry.iterations)
        ->Repetitions(options_.repetitions);
  }
  Collector collector;
  benchmark::RunSpecifiedBenchmarks(&collector);
  repetitions_ = options_.repetitions;
  for (auto& [name, times] : collector.times) {
    // Once out of time an operation stays so: what was measured comes first, the rest is empty.
    const int measured = operations_.find(name)->second.calls;
    times.resize(std::min(times.size(), static_cast<std::size_t>(measured)));
    repetitions_ = std::min(repetitions_, measured);
    amounts_[name] = Summarize(std::move(times));
  }
}

}  // namespace racelab::contrast
