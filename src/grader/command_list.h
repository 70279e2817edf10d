// `racelab list`: the labs and what they are about.
#ifndef RACELAB_GRADER_COMMAND_LIST_H_
#define RACELAB_GRADER_COMMAND_LIST_H_

#include "grader/cli.h"

namespace racelab {

void AddListCommand(CLI::App& app, Cli& cli);

}  // namespace racelab

#endif  // RACELAB_GRADER_COMMAND_LIST_H_
