// Judges one submission of one lab: build, run under limits in every variant, listen to every
// oracle, report.
//
//   Judge judge(workspace);
//   absl::StatusOr<Report> report = judge.Check(lab, "counter.cc", {});
//
// Nothing of a submission is ever linked into or loaded by this process: see ARCHITECTURE.md.
#ifndef RACELAB_GRADER_JUDGE_H_
#define RACELAB_GRADER_JUDGE_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "grader/catalog.h"
#include "grader/report.h"
#include "grader/workspace.h"

namespace racelab {

// What is being done, for a progress line. Called from any thread, one call at a time.
struct Progress {
  std::string step;  // "building tsan", "compiling counter.cc", "running explore"
  int done = -1;     // Of `total` units; -1 when the amount is unknown.
  int total = -1;
};
using ProgressFn = std::function<void(const Progress&)>;

struct JudgeOptions {
  std::vector<std::string> variants;  // Empty: all variants of the lab.
  std::string compiler;               // "": the default (g++); "clang": the *-clang trees.
  std::uint64_t seed = 0;             // Of the perturbation; the same seed, the same run.
  bool reuse_objects = false;         // Compiles equal files once in the life of this Judge.
  bool keep_files = false;            // Leaves the staging directory behind and notes its path.
  ProgressFn progress;
};

// Thread-safety: Check and Prepare may be called from several threads at once.
class Judge {
 public:
  explicit Judge(Workspace workspace);
  ~Judge();

  Judge(const Judge&) = delete;
  Judge& operator=(const Judge&) = delete;

  // Judges `submission` in the place of the lab's student file. A submission's failure, missing
  // file included, is a Report with findings. An error is about the caller or the machine:
  // InvalidArgument (unknown variant), ResourceExhausted (disk full, naming the disk),
  // FailedPrecondition or Unavailable (the trees cannot be built here, with the build's output).
  // Blocks for seconds; minutes when trees are still to be built.
  absl::StatusOr<Report> Check(const Lab& lab, const std::filesystem::path& submission,
                               const JudgeOptions& options);

  // Builds what Check would need for these labs, and proves the sanitizers of each tree with the
  // preflight, so that a following Check only judges. Check calls it by itself.
  absl::Status Prepare(std::span<const Lab* const> labs, const JudgeOptions& options);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

// How many children a judge runs at once: twice as many as there are cores, as many of them only
// wait, for a deadlock to be certain or for a pause to end.
int ChildrenAtOnce();

// The process exit code for an error of Check or Prepare: 2 for the caller's, 4 for the machine's.
int ExitCode(const absl::Status& status);

}  // namespace racelab

#endif  // RACELAB_GRADER_JUDGE_H_
