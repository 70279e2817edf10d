#include "plan.h"

#include <gtest/gtest.h>

namespace racelab::faults {
namespace {

TEST(Token, IsReadBackAsItWasWritten) {
  const Token token{
      HashOfTest("Tally.Counts"), 2, {Order::kYoungestFirst, {{1, 17, kKill}, {2, 3, kShort}}}};
  const std::string text = EncodeToken(token);
  const std::optional<Token> again = DecodeToken(text);
  ASSERT_TRUE(again.has_value()) << text;
  EXPECT_EQ(again->test, token.test);
  EXPECT_EQ(again->scenario, 2);
  EXPECT_EQ(again->plan.order, Order::kYoungestFirst);
  ASSERT_EQ(again->plan.faults.size(), 2u);
  EXPECT_EQ(again->plan.faults[0].index, 17u);
  EXPECT_EQ(again->plan.faults[1].action, kShort);
  EXPECT_EQ(EncodeToken(*again), text);
}

TEST(Token, OfNonsenseIsRefused) {
  for (const char* text :
       {"", "F1", "RL1-ABC", "F1-00000001-0-x", "F1-00000001-0-o-1.2.z", "F1-00000001-0-o-1.2",
        "F1-00000001-0-o-99.2.p", "F1-00000001-0-o rest"}) {
    EXPECT_FALSE(DecodeToken(text).has_value()) << text;
  }
}

TEST(Plans, AreOneForEachActionThatIsLegalAtAStep) {
  Execution execution;
  execution.processes.resize(2);
  execution.steps.resize(2);
  execution.steps[0].legal = kPause | kShort;
  execution.steps[1].index = 1;
  execution.steps[1].legal = kPause;
  EXPECT_EQ(PlansWithOneMore({}, execution, 0xffff).size(), 3u);
  EXPECT_EQ(PlansWithOneMore({}, execution, kPause).size(), 2u);
  EXPECT_EQ(PlansWithOneMore({Order::kOldestFirst, {{0, 0, kPause}}}, execution, kPause).size(),
            1u);
}

TEST(Plans, HaveNoPauseWhereThereIsNobodyElse) {
  Execution execution;
  execution.processes.resize(1);
  execution.steps.resize(1);
  execution.steps[0].legal = kPause;
  EXPECT_TRUE(PlansWithOneMore({}, execution, 0xffff).empty());
}

}  // namespace
}  // namespace racelab::faults
