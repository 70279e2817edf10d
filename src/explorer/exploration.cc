#include "exploration.h"

#include <algorithm>
#include <map>

#include "livelock.h"
#include "shrink.h"

namespace racelab::explorer {
namespace {

// The share of the budget for exhaustive search that the early attempt without a bound may take.
constexpr std::int64_t kUnboundedShare = 8;
// The share of the sampled executions that come before the long searches.
constexpr std::int64_t kEarlySampleShare = 4;

// So many times a thread that repeats itself at one place in the code runs on alone.
constexpr int kAloneMax = 10;

// So many executions that reach the step limit are looked at for a livelock.
constexpr int kEndlessMax = 20;

constexpr const char* kDiverges =
    "the program does not do the same each time under the same schedule (a clock, random numbers, "
    "uninitialized memory?)";

// A cause comes before its consequences; everything else keeps the order in which it was found.
int RankOf(const std::string& kind) {
  if (kind == "data-race") return 0;
  if (kind == "use-after-free") return 1;
  if (kind == "undefined-behaviour") return 2;
  return kind == "leak" || kind == "resource-leak" ? 4 : 3;
}

class Explorer {
 public:
  Explorer(Program& program, const ExploreOptions& options)
      : program_(program), options_(options), run_options_(options.run) {}

  Exploration Run() {
    Search();
    std::stable_sort(out_.findings.begin(), out_.findings.end(),
                     [](const Finding& a, const Finding& b) {
                       return RankOf(a.witness.finding.kind) < RankOf(b.witness.finding.kind);
                     });
    out_.text = Describe();
    return std::move(out_);
  }

 private:
  void Search() {
    if (!RunBounded(0, options_.budget.exhaustive)) return;
    if (!RunFairly()) return;
    if (!RunBounded(1, options_.budget.exhaustive)) return;
    if (!RunBounded(kUnbounded, options_.budget.exhaustive / kUnboundedShare)) return;
    const std::int64_t early = options_.budget.sampled / kEarlySampleShare;
    if (!Sample(early)) return;
    for (int bound = 2; searched_ < options_.budget.exhaustive; ++bound) {
      if (!RunBounded(bound, options_.budget.exhaustive)) return;
      if (out_.preemptions_completed < bound) break;
    }
    Sample(options_.budget.sampled);
  }

  // One depth-first search, until the searches have made `searched_max` executions in all. False
  // when the exploration is over.
  bool RunBounded(int bound, std::int64_t searched_max);
  bool RunFairly();
  bool Sample(std::int64_t sampled_max);

  bool Execute(Scheduler& scheduler, const std::string& found_by);
  bool ExecuteFair(const Schedule& schedule, const std::string& found_by);
  bool EndsPolitely(const Schedule& schedule);
  bool ExecuteAlone(const Schedule& schedule, const std::vector<Repetition>& repetitions,
                    const std::string& found_by);
  void Keep(const Schedule& schedule, const std::string& found_by);
  bool Over() const {
    // An endless execution costs as much as thousands of ordinary ones: one is enough.
    if (endless_found_ || out_.unsupported || out_.findings.size() >= options_.findings_max)
      return true;
    return !out_.findings.empty() &&
           out_.executions >= first_found_at_ + options_.budget.after_finding;
  }
  std::string Describe() const;

  Program& program_;
  const ExploreOptions options_;
  RunOptions run_options_;
  Exploration out_;
  std::set<std::string> causes_;
  std::int64_t searched_ = 0;  // executions of depth-first searches
  std::int64_t first_found_at_ = 0;
  std::int64_t steps_typical_ = 0;
  bool stopped_early_ = false;
  bool endless_found_ = false;
  std::map<std::uintptr_t, int> alone_;  // by pc of a Repetition: executions to look into it
  int endless_ = 0;  // executions that reached the step limit, and did end under fair turns
};

// False when the execution was given up or nothing more should be done.
bool Explorer::Execute(Scheduler& scheduler, const std::string& found_by) {
  Recorder recorder(scheduler);
  ExecutionResult result = program_.Run(recorder, run_options_);
  ++out_.executions;
  steps_typical_ = std::max(steps_typical_, result.step_limit_reached ? 0 : result.steps);
  for (std::string& label : result.reached) out_.reached.insert(std::move(label));
  if (result.finding && result.finding->kind == "unsupported") {
    out_.unsupported = std::move(result.finding);
    return false;
  }
  if (result.finding) {
    endless_found_ = result.finding->kind == "hang";
    Keep(recorder.schedule(), found_by);
  } else if (!ExecuteAlone(recorder.schedule(), result.repetitions, found_by)) {
    return false;
  } else if (result.step_limit_reached) {
    // A program that spins a lot makes the search slow; its longest executions teach nothing new.
    if (++endless_ == kEndlessMax) run_options_.steps_max /= 10;
    if (endless_ >= kEndlessMax) return !Over();
    return ExecuteFair(FairContinuation(recorder.schedule(), result.steps),
                       found_by + ", then fair");
  }
  return !Over();
}

bool Explorer::ExecuteFair(const Schedule& schedule, const std::string& found_by) {
  Replay replay(schedule);
  Recorder recorder(replay);
  ExecutionResult result = program_.Run(recorder, run_options_);
  ++out_.executions;
  for (std::string& label : result.reached) out_.reached.insert(std::move(label));
  if (result.finding && result.finding->kind == "unsupported") {
    out_.unsupported = std::move(result.finding);
    return false;
  }
  if (result.finding) {
    endless_found_ = result.finding->kind == "hang";
    Keep(recorder.schedule(), found_by);
  } else if (result.step_limit_reached && !EndsPolitely(schedule)) {
    // Only an endless execution needs its fair phase to be seen again.
    Keep(schedule, found_by);
    endless_found_ = true;
  }
  return !Over();
}

// Whether a thread that looked again at what it saw before would ever wait: it runs on alone.
bool Explorer::ExecuteAlone(const Schedule& schedule, const std::vector<Repetition>& repetitions,
                            const std::string& found_by) {
  for (const Repetition& repetition : repetitions) {
    if (++alone_[repetition.pc] > kAloneMax) continue;
    const Schedule alone = AloneContinuation(schedule, repetition);
    RunOptions options = run_options_;
    options.alone = repetition.thread;
    Replay replay(alone);
    Recorder recorder(replay);
    const ExecutionResult result = program_.Run(recorder, options);
    ++out_.executions;
    if (!result.finding || result.finding->kind == "unsupported") continue;
    if (!result.goes_round) {
      Keep(recorder.schedule(), found_by);
    } else if (!options_.spins_in_library ||
               !options_.spins_in_library(result.finding->involved.front())) {
      Keep(alone, found_by + ", then alone");
    }
    if (Over()) return false;
  }
  return true;
}

// Whether an execution that is endless in lockstep ends when the library's own retry loops give
// way.
bool Explorer::EndsPolitely(const Schedule& schedule) {
  if (!options_.retries_politely) return false;
  const Witness witness = RunSchedule(program_, schedule, run_options_);
  std::set<std::uintptr_t> asked;
  std::set<std::uintptr_t> polite;
  for (std::size_t i = witness.trace.size() / 2; i < witness.trace.size(); ++i) {
    const Step& step = witness.trace[i];
    const OpKind kind = step.operation.kind;
    // A lock of one's own tries with an atomic.
    if (kind != OpKind::kTryLock && kind != OpKind::kAtomicRmw) continue;
    if (!asked.insert(step.operation.pc).second) continue;
    if (options_.retries_politely(step)) polite.insert(step.operation.pc);
  }
  if (polite.empty()) return false;
  Replay replay(schedule);
  replay.set_polite(std::move(polite));
  ++out_.executions;
  return !program_.Run(replay, run_options_).step_limit_reached;
}

// The finding is looked at again in a recorded execution: only that one knows every thread's stack.
void Explorer::Keep(const Schedule& schedule, const std::string& found_by) {
  if (first_found_at_ == 0) first_found_at_ = out_.executions;
  Finding kept;
  kept.witness = RunSchedule(program_, schedule, run_options_);
  kept.found_at = out_.executions;
  kept.found_by = found_by;
  if (kept.witness.finding.kind.empty()) {
    out_.unsupported = RawFinding{"unsupported", kDiverges, {}};
    return;
  }
  if (causes_.insert(CauseOf(kept.witness.finding)).second)
    out_.findings.push_back(std::move(kept));
}

bool Explorer::RunBounded(int bound, std::int64_t searched_max) {
  const std::string name =
      bound == kUnbounded ? "exhaustive" : "up to " + std::to_string(bound) + " preemptions";
  DepthFirstSearch search({bound, true});
  std::int64_t schedules = 0;
  bool more = true;
  while (more) {
    if (searched_ >= searched_max) return true;
    ++searched_;
    ++schedules;
    if (!Execute(search, name)) {
      stopped_early_ = true;
      return false;
    }
    more = search.Next();
    if (search.diverged()) {
      out_.unsupported = RawFinding{"unsupported", kDiverges, {}};
      return false;
    }
  }
  out_.schedules = schedules;
  out_.interfered |= search.interfered();
  out_.exhaustive = !search.cut();
  out_.preemptions_completed = bound;
  return !out_.exhaustive;
}

// Fair schedules from the start, from where the first thread waits for the others, and from a few
// steps later, so that threads that are alike meet in lockstep at different distances.
bool Explorer::RunFairly() {
  Replay plain{Schedule()};
  if (!Execute(plain, "fair")) return false;
  std::vector<std::int64_t> starts = {0};
  const std::int64_t block = std::max<std::int64_t>(plain.first_block(), 0);
  for (int i = 0; i <= 6 && block + i < plain.steps(); ++i) starts.push_back(block + i);
  for (const std::int64_t start : starts) {
    Schedule schedule;
    schedule.fair_from = start;
    if (!ExecuteFair(schedule, "fair")) return false;
  }
  return true;
}

bool Explorer::Sample(std::int64_t sampled_max) {
  Strategy strategy;
  while (out_.sampled < sampled_max) {
    const auto seed = static_cast<std::uint64_t>(out_.sampled);
    const StrategyKind kind = kPortfolio[seed % std::size(kPortfolio)];
    strategy.Begin(kind, seed, steps_typical_);
    ++out_.sampled;
    if (!Execute(strategy, NameOf(kind))) {
      stopped_early_ = true;
      return false;
    }
  }
  return true;
}

std::string Explorer::Describe() const {
  const bool one = out_.schedules == 1;
  const std::string all =
      one ? "the one schedule" : "all " + WithThousands(out_.schedules) + " schedules";
  std::string text;
  if (out_.exhaustive) {
    text = one ? "the only schedule there is" : all;
  } else if (out_.preemptions_completed == 0) {
    text = all + " without a preemption";
  } else if (out_.preemptions_completed > 0) {
    text = all + " with up to " + std::to_string(out_.preemptions_completed) +
           (out_.preemptions_completed == 1 ? " preemption" : " preemptions");
  }
  const std::int64_t others = out_.executions - out_.sampled;
  if (text.empty()) text = WithThousands(others) + (others == 1 ? " schedule" : " schedules");
  if (out_.sampled > 0) text += "; then " + WithThousands(out_.sampled) + " sampled";
  if (stopped_early_) text += "; stopped at what was found";
  if (out_.interfered) text += " (a thread that spins gives way)";
  return text;
}

}  // namespace

std::string WithThousands(std::int64_t n) {
  std::string digits = std::to_string(n);
  for (std::ptrdiff_t at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), ",");
  }
  return digits;
}

std::string CauseOf(const RawFinding& finding) {
  // Frames of the standard library may be the innermost ones, so one address says too little.
  constexpr std::size_t kFrames = 3;
  std::set<std::string> places;
  for (const Involvement& involvement : finding.involved) {
    std::string place;
    for (std::size_t i = 0; i < std::min(kFrames, involvement.stack.size()); ++i) {
      place += " " + std::to_string(involvement.stack[i]);
    }
    places.insert(place);
  }
  std::string cause = finding.kind;
  for (const std::string& place : places) cause += ";" + place;
  return cause;
}

Witness RunSchedule(Program& program, const Schedule& schedule, const RunOptions& options) {
  Replay replay(schedule);
  Witness witness;
  witness.options = options;
  witness.options.record = true;
  witness.options.alone = schedule.alone_from >= 0 ? schedule.alone : -1;
  ExecutionResult result = program.Run(replay, witness.options);
  witness.schedule = schedule;
  witness.preemptions = replay.preemptions();
  witness.preempted_at = replay.preempted_at();
  witness.threads = result.threads;
  witness.trace = std::move(result.trace);
  if (result.finding) witness.finding = std::move(*result.finding);
  if (!result.finding && result.step_limit_reached && schedule.fair_from >= 0) {
    witness.finding = DescribeLivelock(witness.trace, schedule.fair_from);
  }
  return witness;
}

namespace {

// Looks for an execution in which the races that were found change an outcome: plain accesses to
// what is raced for become scheduling points, and a race alone is no finding.
std::optional<Witness> FindConsequence(Program& program, const ExploreOptions& options,
                                       const std::vector<Finding>& findings) {
  ExploreOptions second = options;
  second.run.detect_races = false;
  second.run.forbid_polling = false;
  for (const Finding& finding : findings) {
    if (finding.witness.finding.kind != "data-race") continue;
    for (const Involvement& involvement : finding.witness.finding.involved) {
      if (involvement.object == 0) continue;
      second.run.visible.push_back({involvement.object, involvement.object + 1});
    }
  }
  if (second.run.visible.empty()) return std::nullopt;
  second.budget.sampled = options.budget.consequence / 10;
  second.budget.exhaustive = options.budget.consequence - second.budget.sampled;
  second.budget.after_finding = 0;
  second.findings_max = 1;
  Exploration exploration = Explorer(program, second).Run();
  if (exploration.findings.empty()) return std::nullopt;
  Witness& witness = exploration.findings.front().witness;
  Shrink(program, witness);
  return std::move(witness);
}

}  // namespace

Exploration ExploreSchedules(Program& program, const ExploreOptions& options) {
  Exploration exploration = Explorer(program, options).Run();
  for (Finding& finding : exploration.findings) {
    // A hang is told by a clock: each look at one takes seconds.
    if (finding.witness.finding.kind != "hang") Shrink(program, finding.witness);
  }
  if (exploration.findings.empty()) return exploration;
  Finding& first = exploration.findings.front();
  if (first.witness.finding.kind == "data-race" && options.budget.consequence > 0) {
    first.consequence = FindConsequence(program, options, exploration.findings);
  }
  return exploration;
}

}  // namespace racelab::explorer
