// `racelab check LAB…`: judges a student's file and explains the clearest finding.
#ifndef RACELAB_GRADER_COMMAND_CHECK_H_
#define RACELAB_GRADER_COMMAND_CHECK_H_

#include "grader/cli.h"

namespace racelab {

void AddCheckCommand(CLI::App& app, Cli& cli);

}  // namespace racelab

#endif  // RACELAB_GRADER_COMMAND_CHECK_H_
