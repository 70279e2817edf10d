// Proves, before any verdict, that a tree's sanitizers see on this machine what they must see.
//
// For each tree three small programs, built with its own options: one with a planted defect, which
// must be reported, and a clean one, which must be silent. A machine where one of them behaves
// otherwise cannot judge: `environment`, and never a student's fault.
#ifndef RACELAB_GRADER_PREFLIGHT_H_
#define RACELAB_GRADER_PREFLIGHT_H_

#include <set>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "grader/catalog.h"
#include "grader/judge.h"
#include "grader/workspace.h"

namespace racelab {

class Preflight {
 public:
  explicit Preflight(Workspace workspace) : workspace_(std::move(workspace)) {}

  // "" when the sanitizer of this build works, else what is wrong with the machine and what to do.
  // The answer is remembered, also on disk in the tree, for as long as the programs and the
  // kernel's settings are the same; only a good one. An error when the programs cannot be built.
  // Blocks for a second the first time. Thread-safe: concurrent callers wait for the first.
  absl::StatusOr<std::string> Prove(const LabBuild& build, const ProgressFn& progress);

  // What is unusual on this machine but does not prevent judging, sorted.
  std::vector<std::string> Notes() const;

 private:
  absl::StatusOr<std::string> ProveTree(const LabBuild& build, const std::string& preset,
                                        const ProgressFn& progress)
      ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const Workspace workspace_;
  mutable absl::Mutex mutex_;
  std::set<std::string> proved_ ABSL_GUARDED_BY(mutex_);  // Presets.
  std::set<std::string> notes_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace racelab

#endif  // RACELAB_GRADER_PREFLIGHT_H_
