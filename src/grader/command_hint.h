// `racelab hint LAB [N]`: one tier of the hints in the lab's README.
#ifndef RACELAB_GRADER_COMMAND_HINT_H_
#define RACELAB_GRADER_COMMAND_HINT_H_

#include <string>
#include <string_view>
#include <vector>

#include "grader/cli.h"

namespace racelab {

// The texts under `### Hint 1`, `### Hint 2`, … of a README's `## Hints`, in order, without their
// headings. Empty when there is no such section.
std::vector<std::string> HintsOf(std::string_view readme);

void AddHintCommand(CLI::App& app, Cli& cli);

}  // namespace racelab

#endif  // RACELAB_GRADER_COMMAND_HINT_H_
