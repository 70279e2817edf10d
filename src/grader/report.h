// The whole outcome of judging one submission. Every output (terminal, JSON, JUnit, SARIF, …) is
// rendered from a Report alone.
//
// Thread-safety: plain values.
#ifndef RACELAB_GRADER_REPORT_H_
#define RACELAB_GRADER_REPORT_H_

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "grader/finding.h"

namespace racelab {

// One test of the check's manifest, in one variant.
struct TestOutcome {
  std::string name;      // "Counter.CountsEveryIncrement"
  bool ran = false;      // It was seen to begin and to end.
  bool passed = false;   // Only ever true when ran.
  std::string explored;  // "all 1,284 schedules with up to 2 preemptions"; "" without explorer.
  std::int64_t executions = 0;  // How many schedules that were.
  bool exhaustive = false;
};

struct VariantOutcome {
  std::string variant;   // "plain", "asan", "tsan", "explore"
  std::string compiler;  // "g++ 12.2.0"
  bool judged = false;   // False: this variant could not or need not be judged, `why` says why.
  Kind verdict = Kind::kPass;      // The worst kind of its own findings.
  std::string why;                 // Not judged: "the file does not compile". Judged: "".
  double seconds = 0;              // Wall time of compile and run.
  std::vector<TestOutcome> tests;  // In the manifest's order.
};

struct Report {
  std::string lab;                       // "09-lost-update"
  std::string title;                     // "Lost update"
  std::string submission;                // The judged file, as it was named by the caller.
  std::vector<VariantOutcome> variants;  // In the lab's order of variants.
  std::vector<std::string> left_out;     // Variants of the lab that the caller did not ask for.
  std::vector<Finding> findings;         // Ordered, the cause first; merged over variants.
  Kind verdict = Kind::kPass;            // The worst kind over all variants.
  int points = 0;                        // points_max for a pass, otherwise 0. See graded().
  int points_max = 0;
  std::vector<std::string> environment;  // Notes on this machine: "address randomization is on".
  double seconds = 0;

  bool passed() const { return verdict == Kind::kPass; }
  // Whether the points count: a failure does, and a pass of every variant of the lab. What this
  // machine or the explorer cannot judge never costs a point.
  bool graded() const { return IsStudentFailure(verdict) || (passed() && left_out.empty()); }
};

nlohmann::json ToJson(const Report& report);

// The process exit code that the verdict stands for: 0 pass, 1 findings, 3 does not compile,
// 4 not judged: environment or unsupported.
int ExitCode(Kind verdict);

// Orders and merges the findings and derives verdict and points from them and from the variants:
// a variant that was not judged for the machine's sake makes the report `environment` unless a
// finding already failed it. Called last.
void Conclude(Report& report);

}  // namespace racelab

#endif  // RACELAB_GRADER_REPORT_H_
