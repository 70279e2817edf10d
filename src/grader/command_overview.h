// `racelab` without a command: the course, what is done, and what comes next.
#ifndef RACELAB_GRADER_COMMAND_OVERVIEW_H_
#define RACELAB_GRADER_COMMAND_OVERVIEW_H_

#include "grader/cli.h"

namespace racelab {

void RunOverview(Cli& cli);

}  // namespace racelab

#endif  // RACELAB_GRADER_COMMAND_OVERVIEW_H_
