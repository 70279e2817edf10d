// `racelab contrast`: the differences between processes and threads, measured on this machine.
#ifndef RACELAB_GRADER_COMMAND_CONTRAST_H_
#define RACELAB_GRADER_COMMAND_CONTRAST_H_

#include "grader/cli.h"

namespace racelab {

void AddContrastCommand(CLI::App& app, Cli& cli);

}  // namespace racelab

#endif  // RACELAB_GRADER_COMMAND_CONTRAST_H_
