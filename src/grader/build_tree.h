// Configures and builds the project's own trees, where they are not up to date.
#ifndef RACELAB_GRADER_BUILD_TREE_H_
#define RACELAB_GRADER_BUILD_TREE_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "grader/catalog.h"
#include "grader/judge.h"
#include "grader/workspace.h"

namespace racelab {

// Runs cmake for `preset` unless its tree is configured. FailedPrecondition with the end of the
// output when it cannot be. Thread-safe, also between processes: one build of a tree at a time.
absl::Status ConfigureTree(const Workspace& workspace, const std::string& preset,
                           const ProgressFn& progress);

// Brings targets of a configured tree up to date; ninja's own words for them. Likewise.
absl::Status BuildTargets(const Workspace& workspace, const std::string& preset,
                          const std::vector<std::string>& targets, const ProgressFn& progress);

// Brings the lab's check executable up to date, without looking at the lab's own student file: it
// is what a student edits, may be broken, and is judged as a submission.
absl::Status BuildCheck(const Workspace& workspace, const std::string& preset,
                        const LabBuild& build, const ProgressFn& progress);

}  // namespace racelab

#endif  // RACELAB_GRADER_BUILD_TREE_H_
