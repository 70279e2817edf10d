#include "shrink.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace racelab::explorer {
namespace {

// Endless executions are long: a few attempts must do.
constexpr int kEndlessMax = 8;

class Shrinker {
 public:
  Shrinker(Program& program, Witness& best)
      : program_(program), best_(best), cause_(CauseOf(best.finding)) {}

  void Run() {
    best_ = RunSchedule(program_, best_.schedule, best_.options);
    // Each round starts again from the simplest schedule so far.
    const bool endless = best_.schedule.fair_from >= 0;
    const bool alone = best_.schedule.alone_from >= 0;
    if (endless) executions_max_ = kEndlessMax;
    while (StartSooner(&Schedule::fair_from) || StartSooner(&Schedule::alone_from) ||
           RemoveSome()) {
    }
    if (!endless && !alone) SearchBelow();
  }

 private:
  bool Try(Schedule schedule);
  bool RemoveSome();
  bool StartSooner(std::int64_t Schedule::*begin);
  void SearchBelow();

  Program& program_;
  Witness& best_;
  const std::string cause_;
  int executions_ = 0;
  int executions_max_ = kShrinkExecutionsMax;
};

// True when `schedule` shows the same and is simpler: then it is the best one.
bool Shrinker::Try(Schedule schedule) {
  if (executions_ >= executions_max_) return false;
  ++executions_;
  Witness witness = RunSchedule(program_, schedule, best_.options);
  if (CauseOf(witness.finding) != cause_ || !Simpler(witness, best_)) return false;
  best_ = std::move(witness);
  return true;
}

// Takes departures out: all, the later half, …, each single one.
bool Shrinker::RemoveSome() {
  const std::vector<Departure> all = best_.schedule.departures;
  for (std::size_t length = all.size(); length > 0; length /= 2) {
    for (std::size_t end = all.size(); end >= length; --end) {
      Schedule fewer = best_.schedule;
      const auto first = fewer.departures.begin();
      fewer.departures.erase(first + static_cast<std::ptrdiff_t>(end - length),
                             first + static_cast<std::ptrdiff_t>(end));
      if (Try(std::move(fewer))) return true;
    }
  }
  return false;
}

// An endless execution needs no long beginning: fair turns, or one thread's alone, come sooner.
bool Shrinker::StartSooner(std::int64_t Schedule::*begin) {
  const std::int64_t now = best_.schedule.*begin;
  if (now <= 0) return false;
  for (std::int64_t from : {std::int64_t{0}, now / 2, now - 1}) {
    Schedule sooner = best_.schedule;
    sooner.*begin = from;
    std::erase_if(sooner.departures, [&](const Departure& d) { return d.step >= from; });
    if (Try(std::move(sooner))) return true;
  }
  return false;
}

// The last word: every schedule with fewer preemptions, and some with as many, in the order of the
// search.
void Shrinker::SearchBelow() {
  constexpr int kAsManyMax = 200;
  RunOptions options = best_.options;
  options.record = false;
  for (int bound = 0; bound <= best_.preemptions; ++bound) {
    DepthFirstSearch search({bound, true});
    const int until = bound < best_.preemptions ? kShrinkExecutionsMax : executions_ + kAsManyMax;
    do {
      if (executions_ >= std::min(until, kShrinkExecutionsMax)) break;
      ++executions_;
      Recorder recorder(search);
      const ExecutionResult result = program_.Run(recorder, options);
      if (!result.finding || result.finding->kind != best_.finding.kind) continue;
      Try(recorder.schedule());
    } while (bound <= best_.preemptions && search.Next());
  }
}

}  // namespace

bool Simpler(const Witness& a, const Witness& b) {
  const auto rank = [](const Witness& w) {
    return std::tuple(w.preemptions, w.schedule.departures.size(), w.schedule.fair_from,
                      w.schedule.alone_from, w.trace.size());
  };
  return rank(a) < rank(b);
}

void Shrink(Program& program, Witness& witness) { Shrinker(program, witness).Run(); }

}  // namespace racelab::explorer
