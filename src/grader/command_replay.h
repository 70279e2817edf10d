// `racelab replay TOKEN`: runs exactly one schedule again, of a lab's check or of a program.
#ifndef RACELAB_GRADER_COMMAND_REPLAY_H_
#define RACELAB_GRADER_COMMAND_REPLAY_H_

#include "grader/cli.h"

namespace racelab {

void AddReplayCommand(CLI::App& app, Cli& cli);

}  // namespace racelab

#endif  // RACELAB_GRADER_COMMAND_REPLAY_H_
