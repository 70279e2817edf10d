// `racelab test`: the project's own tests, the engine's and the labs'.
#ifndef RACELAB_GRADER_COMMAND_TEST_H_
#define RACELAB_GRADER_COMMAND_TEST_H_

#include <optional>
#include <string_view>

#include "grader/cli.h"

namespace racelab {

struct TestCounts {
  int passed = 0;
  int failed = 0;
};

// Reads the counts from what ctest printed: "100% tests passed, 0 tests failed out of 12". nullopt
// when there is no such line: ctest did not get that far.
std::optional<TestCounts> CountsOfCtest(std::string_view output);

void AddTestCommand(CLI::App& app, Cli& cli);

}  // namespace racelab

#endif  // RACELAB_GRADER_COMMAND_TEST_H_
