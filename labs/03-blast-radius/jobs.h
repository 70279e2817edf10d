// The contract of lab 03: jobs that nobody trusts, run at the same time.
//
// Example:
//   const Job seven = [] { return 7; };
//   const Job crash = []() -> int { std::abort(); };
//   const std::vector<Outcome> outcomes = RunJobs({seven, crash}, std::nullopt);
//   // outcomes[0] is {Ended::kReturned, 7}; outcomes[1] is {Ended::kSignaled, SIGABRT}.
//   // We are still here.
#ifndef LABS_03_BLAST_RADIUS_JOBS_H_
#define LABS_03_BLAST_RADIUS_JOBS_H_

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

// What a job does is its own affair: it may return 0 to 255, crash, or never end. It does not
// throw.
using Job = std::function<int()>;

enum class Ended {
  kReturned,    // `code` is what the job returned
  kSignaled,    // `code` is the number of the signal that killed it
  kTimedOut,    // it ran longer than the patience, and was killed for it; `code` is 0
  kNotStarted,  // the system had no process for it; `code` is 0
};

struct Outcome {
  Ended ended = Ended::kNotStarted;
  int code = 0;

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

// Runs all jobs at the same time and tells how each ended, in the order of `jobs`.
//
// Isolation: whatever one job does, the caller and the other jobs go on. What a job writes to
// memory stays in that job. The caller's exit handlers and unwritten stdio are the caller's: a
// job's end runs and writes none of them.
//
// Blocking: returns when the last job has ended. A job that has not ended `patience` after the
// start is killed; without a patience, jobs may take for ever. A signal that arrives meanwhile and
// has a handler changes nothing.
//
// Afterwards nothing is left of the jobs: no process, no zombie, no descriptor. Children that the
// caller has besides are not touched: their status is still there for the caller to ask. Called by
// one thread at a time, in a process that has no other thread.
std::vector<Outcome> RunJobs(const std::vector<Job>& jobs,
                             std::optional<std::chrono::milliseconds> patience);

#endif  // LABS_03_BLAST_RADIUS_JOBS_H_
