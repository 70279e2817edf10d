// Runs a lab's check on one built submission and gathers the evidence.
#ifndef RACELAB_GRADER_CHECK_RUN_H_
#define RACELAB_GRADER_CHECK_RUN_H_

#include <cstdint>
#include <filesystem>
#include <string>

#include "absl/status/statusor.h"
#include "grader/catalog.h"
#include "grader/verdict.h"

namespace racelab {

struct CheckRun {
  const Lab* lab = nullptr;
  const LabBuild* build = nullptr;
  std::filesystem::path library_folder;  // Holds the submission's library under the lab's name.
  std::filesystem::path folder;          // An existing folder of the run's own, for logs and files.
  std::uint64_t seed = 0;                // Of the perturbation.
};

// Blocks until the check has ended or was ended. An error only when no process can be started.
absl::StatusOr<Evidence> RunCheck(const CheckRun& run);

// The environment that makes a sanitizer log into `log` and leave the verdict to its reader. Used
// for the preflight too, so that it proves exactly what judges.
std::vector<std::string> SanitizerEnvironment(const LabBuild& build,
                                              const std::filesystem::path& log,
                                              const std::filesystem::path& suppressions);

// What the sanitizers of all processes of a run wrote: the files `log`.PID, in order, capped.
std::string ReadLogs(const std::filesystem::path& log);

}  // namespace racelab

#endif  // RACELAB_GRADER_CHECK_RUN_H_
