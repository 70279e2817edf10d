// Judges a course's bank of submissions and compares each verdict with the declared one.
#ifndef RACELAB_GRADER_VERIFY_H_
#define RACELAB_GRADER_VERIFY_H_

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "grader/catalog.h"
#include "grader/judge.h"
#include "grader/submissions.h"

namespace racelab {

// One submission and what each of its runs said.
struct VerifyRow {
  const Lab* lab = nullptr;
  Submission submission;
  std::vector<Kind> verdicts;                           // one a run, in the order of the runs
  std::map<std::string, std::vector<Kind>> by_variant;  // the judged variants; one a run
  std::set<std::string> overlooked;  // variants of the lab's SEEN_BY that once saw no bug in it
  std::string message;   // of the first run that was not as declared: its worst finding, or why
  bool partial = false;  // only some of the lab's variants were judged

  // The same verdict in every run.
  bool Stable() const;
  // Every run got the declared verdict, and a starter was seen by all of its lab's SEEN_BY. When
  // only some variants were judged, a pass is as declared too where another variant may be the one
  // that sees the mistake.
  bool AsDeclared() const;
};

// "starter", "mutants/volatile": how a submission is named in tables.
std::string SubmissionLabel(const Submission& submission);

struct VerifyResult {
  std::vector<VerifyRow> rows;       // by lab, then in the order of SubmissionsOf
  std::vector<absl::Status> errors;  // banks that cannot be read; runs that could not be judged
  int runs = 1;
  double seconds = 0;

  size_t NotAsDeclared() const;
  bool Stable() const;
};

// Told after each judged run, by one thread at a time: how many are done, and the row of this one.
using VerifyProgress = std::function<void(size_t done, size_t total, const VerifyRow& row)>;

// Judges every submission of `labs` `runs` times on all cores. Blocks for as long as that takes.
// `judge` must be safe to call from several threads, as Judge is.
VerifyResult Verify(Judge& judge, const std::vector<const Lab*>& labs, const JudgeOptions& options,
                    int runs, const VerifyProgress& progress);

}  // namespace racelab

#endif  // RACELAB_GRADER_VERIFY_H_
