// `racelab doctor`: says what of this machine would keep the judge from working, and the fix.
#ifndef RACELAB_GRADER_COMMAND_DOCTOR_H_
#define RACELAB_GRADER_COMMAND_DOCTOR_H_

#include "grader/cli.h"

namespace racelab {

void AddDoctorCommand(CLI::App& app, Cli& cli);

}  // namespace racelab

#endif  // RACELAB_GRADER_COMMAND_DOCTOR_H_
