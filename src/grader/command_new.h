// `racelab new NN-name`: a new lab and its mirror in solutions/.
#ifndef RACELAB_GRADER_COMMAND_NEW_H_
#define RACELAB_GRADER_COMMAND_NEW_H_

#include "grader/cli.h"

namespace racelab {

void AddNewCommand(CLI::App& app, Cli& cli);

}  // namespace racelab

#endif  // RACELAB_GRADER_COMMAND_NEW_H_
