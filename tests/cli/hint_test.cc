#include <gtest/gtest.h>

#include "grader/command_hint.h"

namespace racelab {
namespace {

constexpr char kReadme[] = R"(# 09 Lost update

## Task

### Hint 7
no hint: not in the section

## Hints

### Hint 1
Why is it
nearly always right?

### Hint 2

The idea.

- one
## Read more

text
)";

TEST(HintsOf, GivesEachTierWithItsLinesJoined) {
  const std::vector<std::string> hints = HintsOf(kReadme);
  ASSERT_EQ(hints.size(), 2u);
  EXPECT_EQ(hints[0], "Why is it nearly always right?");
  EXPECT_EQ(hints[1], "The idea.\n\n- one");
}

TEST(HintsOf, GivesNothingWithoutTheSection) { EXPECT_TRUE(HintsOf("# A lab\n").empty()); }

}  // namespace
}  // namespace racelab
