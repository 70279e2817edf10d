// Builds a submission as the project's own build would: ninja's command lines, other paths.
//
// Nothing about compilers or flags is known here, so a submission is never built in another way
// than the lab's own file.
#ifndef RACELAB_GRADER_BUILD_REPLAY_H_
#define RACELAB_GRADER_BUILD_REPLAY_H_

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "grader/catalog.h"
#include "grader/finding.h"
#include "grader/process.h"

namespace racelab {

// Ninja's last command for a target, as a line for the shell, to be run in the tree.
class CommandLines {
 public:
  // Cached until the tree is configured again. FailedPrecondition, with ninja's message, when the
  // tree does not know the target. Thread-safe; blocks for one run of ninja.
  absl::StatusOr<std::string> Of(const std::filesystem::path& tree, const std::string& target);

 private:
  struct Known {
    std::filesystem::file_time_type configured;
    std::string line;
  };
  absl::Mutex mutex_;
  std::map<std::string, Known> known_ ABSL_GUARDED_BY(mutex_);
};

// Where one build of a submission happens: all below a Staging.
struct ReplayPaths {
  std::filesystem::path source_folder;  // Holds the staged file and nothing else.
  std::filesystem::path output_folder;  // Of object and library; exists.
  std::filesystem::path scratch;        // The compiler's temporary files; exists.
};

// Compiles the staged file to output_folder/<file>.o, under limits. A compile-error finding when
// the compiler refuses it or does not get done; an error when the compiler cannot be run or the
// disk is full. Thread-safe.
absl::StatusOr<std::optional<Finding>> CompileObject(CommandLines& lines, const Lab& lab,
                                                     const LabBuild& build,
                                                     const ReplayPaths& paths);

// Links `object` to output_folder/<name of the lab's library>. Likewise.
absl::StatusOr<std::optional<Finding>> LinkLibrary(CommandLines& lines, const LabBuild& build,
                                                   const std::filesystem::path& object,
                                                   const ReplayPaths& paths);

// The finding for a compiler that ended so. `student_file` is the name its messages use.
Finding CompileError(const Outcome& outcome, std::string_view student_file);

// When the loader found a function of the contract missing ("undefined symbol: …"): the
// compile-error that names it, demangled.
std::optional<Finding> MissingFunction(std::string_view output, std::string_view student_file);

}  // namespace racelab

#endif  // RACELAB_GRADER_BUILD_REPLAY_H_
