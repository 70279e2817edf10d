// A schedule of the explorer as columns, one a thread, time running down.
#ifndef RACELAB_GRADER_RENDER_SCHEDULE_H_
#define RACELAB_GRADER_RENDER_SCHEDULE_H_

#include <string>

#include "grader/finding.h"
#include "grader/terminal.h"

namespace racelab {

// Each step in its thread's column: the place, the source, and what happened. Where the terminal is
// too narrow for the columns, a list with the thread's name before each step. A thread without a
// step has no column.
std::string RenderSchedule(const Schedule& schedule, const Terminal& terminal);

}  // namespace racelab

#endif  // RACELAB_GRADER_RENDER_SCHEDULE_H_
