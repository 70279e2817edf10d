// Trusted programs that commands call: cmake, ninja, ctest, git, a compiler. Submissions are run by
// process.h, under limits; nothing here is for them.
#ifndef RACELAB_GRADER_CLI_PROCESS_H_
#define RACELAB_GRADER_CLI_PROCESS_H_

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace racelab {

// The program of that name in PATH; a name with a slash is a path already.
std::optional<std::filesystem::path> FindProgram(std::string_view name);

struct CapturedRun {
  int exit_code = 0;   // 128 + the signal's number when a signal ended it
  std::string output;  // standard output and error together
};

// Runs a program found in PATH with the environment of this process plus `extra` ("NAME=value"),
// calls `on_line` for each line as it comes, and keeps them all. Blocks until the program ends.
// NotFound when there is no such program. Not to be called while a Judge is at work: it ends
// children that it does not know.
absl::StatusOr<CapturedRun> Capture(const std::vector<std::string>& argv,
                                    const std::vector<std::string>& extra = {},
                                    const std::function<void(std::string_view)>& on_line = {});

// Becomes the program: the terminal, and its exit code, are the program's. Returns only on failure.
absl::Status Become(const std::vector<std::string>& argv, const std::vector<std::string>& extra);

}  // namespace racelab

#endif  // RACELAB_GRADER_CLI_PROCESS_H_
