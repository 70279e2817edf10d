// The command line: what every command shares, and the parser that calls them.
//
// A command is one pair of files, command_NAME.{h,cc}, with one function AddNAMECommand() that
// describes its options and says what runs. Commands read no global state: everything is in Cli.
#ifndef RACELAB_GRADER_CLI_H_
#define RACELAB_GRADER_CLI_H_

#include <CLI/CLI.hpp>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "grader/catalog.h"
#include "grader/terminal.h"
#include "grader/workspace.h"

namespace racelab {

// The exit codes, the same in every command. A worse outcome has a higher code, so that the code of
// several labs is the highest of theirs.
enum Exit { kAllPassed = 0, kFindings = 1, kUsage = 2, kDoesNotCompile = 3, kEnvironmentFault = 4 };

inline constexpr std::string_view kExitCodes =
    "Exit codes: 0 all passed, 1 findings, 2 wrong usage, 3 does not compile, 4 this machine.";

// Everything a command may use. One for each run of the tool; used by one thread.
class Cli {
 public:
  using Sink = std::function<void(std::string_view)>;

  Cli(Terminal out, Terminal err, Sink print, Sink complain);

  const Terminal out;
  const Terminal err;
  const Sink print;     // standard output: results
  const Sink complain;  // standard error: errors and progress

  bool json = false;  // the command's --json
  int exit_code = kAllPassed;

  // Prints an object as the command's whole result.
  void PrintJson(const nlohmann::json& object) const;

  // Tells an error on standard error (with --json on standard output too, as an object) and takes
  // `code` as the exit code.
  void Fail(const absl::Status& status, int code);

  // The checkout and the labs of the plain tree, read at the first call. Errors are told and set
  // the exit code: a command returns at once on a nullptr.
  const Workspace* FindWorkspace();
  const Catalog* FindCatalog();

  // The labs that the words name, all labs for no words; nullopt when one could not be resolved.
  std::optional<std::vector<const Lab*>> FindLabs(const std::vector<std::string>& words);

 private:
  std::optional<Workspace> workspace_;
  std::optional<Catalog> catalog_;
};

// Parses the arguments (without the program's name), runs the command, returns the exit code.
int RunCommandLine(Cli& cli, std::vector<std::string> arguments);

}  // namespace racelab

#endif  // RACELAB_GRADER_CLI_H_
