// Times small operations with Google Benchmark.
//
// All operations are measured in turns, in random order and several times over (the library's
// random interleaving), so that a slow half second of the machine does not fall on one of them. A
// repetition is short, about half a millisecond: on a busy machine most of them then run from end
// to end without losing their core, and the median is of those.
#ifndef RACELAB_CONTRAST_TIMING_H_
#define RACELAB_CONTRAST_TIMING_H_

#include <benchmark/benchmark.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "contrast/row.h"

namespace racelab::contrast {

using Operation = std::function<void(benchmark::State&)>;

// Median and quartiles of the values; there must be at least one.
Amount Summarize(std::vector<double> values);

class Timing {
 public:
  struct Options {
    int repetitions = 31;
    // On a machine that is so busy that this is over first, an operation is left with what it has
    // got, from `repetitions_min` on.
    double seconds_max = 12;
    int repetitions_min = 5;
    // Told before each piece of work: how much is done, in per cent, and what comes next.
    std::function<void(int percent, std::string_view name)> progress;
  };

  explicit Timing(Options options) : options_(std::move(options)) {}

  // `operation` runs its loop over the state; a repetition has so many iterations. Before Run.
  void Add(std::string name, int iterations, Operation operation);

  // Blocks for some seconds. Once in a process.
  void Run();

  // The least number of repetitions that an operation got.
  int Repetitions() const { return repetitions_; }

  // The time of one iteration in nanoseconds. The name must have been added.
  Amount Of(std::string_view name) const { return amounts_.find(name)->second; }

 private:
  struct Entry {
    int iterations = 0;
    Operation operation;
    int calls = 0;
  };

  Options options_;
  std::map<std::string, Entry, std::less<>> operations_;
  std::map<std::string, Amount, std::less<>> amounts_;
  int repetitions_ = 0;
};

}  // namespace racelab::contrast

#endif  // RACELAB_CONTRAST_TIMING_H_
