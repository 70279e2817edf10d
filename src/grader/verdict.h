// Forms the outcome of one variant from everything that is known of its run.
//
// A pass needs all of it: the process ended by itself with status 0 and said that it got to its
// end; exactly the manifest's tests were reported, each once, as passed; the sanitizer's log is
// empty but for the canary's report, which must be there in `tsan`; nothing was left behind.
#ifndef RACELAB_GRADER_VERDICT_H_
#define RACELAB_GRADER_VERDICT_H_

#include <optional>
#include <string>
#include <vector>

#include "grader/catalog.h"
#include "grader/channel_reader.h"
#include "grader/finding.h"
#include "grader/process.h"
#include "grader/report.h"
#include "grader/sanitizer_log.h"

namespace racelab {

// What happened in one run of a check on a submission.
struct Evidence {
  std::string variant;
  Outcome process;
  CheckRecords records;
  SanitizerLog log;
  std::optional<Finding> stall;  // What the stacks of a stuck or endless process showed.
  // The audits of objects and sources put their findings here.
  std::vector<Finding> audit;
};

struct VariantVerdict {
  VariantOutcome outcome;  // Without `compiler` and `seconds`.
  std::vector<Finding> findings;
};

// Pure: the same evidence, the same verdict.
VariantVerdict FormVerdict(const Lab& lab, const Evidence& evidence);

}  // namespace racelab

#endif  // RACELAB_GRADER_VERDICT_H_
