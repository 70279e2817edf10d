#include <gtest/gtest.h>

#include "grader/command_test.h"

namespace racelab {
namespace {

TEST(CountsOfCtest, ReadsTheSummary) {
  const auto counts = CountsOfCtest("...\n97% tests passed, 1 tests failed out of 40\n\nTotal");
  ASSERT_TRUE(counts);
  EXPECT_EQ(counts->failed, 1);
  EXPECT_EQ(counts->passed, 39);
}

TEST(CountsOfCtest, GivesNothingWhenCtestDidNotGetThere) {
  EXPECT_FALSE(CountsOfCtest("No tests were found!!!"));
  EXPECT_FALSE(CountsOfCtest(""));
  EXPECT_FALSE(CountsOfCtest("x tests failed out of y"));
}

}  // namespace
}  // namespace racelab
