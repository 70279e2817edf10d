// `racelab explore FILE`: every schedule of any small threaded program with a main() of its own.
#ifndef RACELAB_GRADER_COMMAND_EXPLORE_H_
#define RACELAB_GRADER_COMMAND_EXPLORE_H_

#include <filesystem>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "grader/cli.h"

namespace racelab {

// Where `explore` leaves the programs that it built, so that `replay` finds them: PROGRAM.so.
std::filesystem::path ExploredPrograms(const Workspace& workspace);

// The explorer's host of the tsan tree, built where it is missing. Blocks while it builds.
std::filesystem::path HostOf(const Workspace& workspace);
absl::Status BuildHost(Cli& cli, const Workspace& workspace);

void AddExploreCommand(CLI::App& app, Cli& cli);

}  // namespace racelab

#endif  // RACELAB_GRADER_COMMAND_EXPLORE_H_
