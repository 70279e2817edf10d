#include "src/explorer/exploration.h"

#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "src/explorer/fair.h"
#include "src/explorer/shrink.h"
#include "src/explorer/strategy.h"
#include "toy_program.h"

namespace racelab::explorer {
namespace {

// Thread 2 fails when it reads 1: it must run between the two stores of thread 0.
std::vector<ToyThread> FailsInTheMiddle() {
  return {{{Toy::kStore, 0, 1}, {Toy::kStore, 0, 2}},
          {{Toy::kAdd, 1, 1}, {Toy::kAdd, 1, 1}, {Toy::kAdd, 1, 1}},
          {{Toy::kLoad, 0}, {Toy::kFailIf, 0, 1}}};
}

// Takes one lock, tries the other, and starts again when it is taken.
ToyThread RetryTogether(int mine, int other, bool backs_off) {
  ToyThread thread = {{Toy::kLock, mine},
                      {Toy::kTryLock, other, 3},
                      {Toy::kUnlock, other},
                      {Toy::kUnlock, mine},
                      {Toy::kJumpIfEqual, 0, 0, backs_off ? 4 : 3},  // done
                      {Toy::kUnlock, mine},
                      {Toy::kYield},
                      {Toy::kJumpIfEqual, 0, 0, -7}};
  if (!backs_off)
    thread = {{Toy::kLock, mine},           {Toy::kTryLock, other, 3},    {Toy::kUnlock, other},
              {Toy::kUnlock, mine},         {Toy::kJumpIfEqual, 0, 0, 3}, {Toy::kUnlock, mine},
              {Toy::kJumpIfEqual, 0, 0, -6}};
  return thread;
}

TEST(Explore, SaysThatItCoveredASmallProgramWhole) {
  ToyProgram program({{{Toy::kStore, 0, 1}}, {{Toy::kLoad, 0}}});
  const Exploration exploration = ExploreSchedules(program, {});
  EXPECT_TRUE(exploration.exhaustive);
  EXPECT_TRUE(exploration.findings.empty());
  EXPECT_EQ(exploration.text, "all 2 schedules");
  EXPECT_EQ(exploration.sampled, 0);
}

TEST(Explore, SpendsItsBudgetAndSaysOnWhatWhenAProgramIsLarge) {
  std::vector<ToyThread> threads(3, ToyThread(10, {Toy::kAdd, 0, 1}));
  ToyProgram program(threads);
  ExploreOptions options;
  options.budget.exhaustive = 4000;
  options.budget.sampled = 100;
  const Exploration exploration = ExploreSchedules(program, options);
  EXPECT_FALSE(exploration.exhaustive);
  EXPECT_EQ(exploration.sampled, 100);
  EXPECT_GE(exploration.preemptions_completed, 1);
  EXPECT_NE(exploration.text.find("preemption"), std::string::npos) << exploration.text;
  EXPECT_NE(exploration.text.find("; then 100 sampled"), std::string::npos) << exploration.text;
}

TEST(Explore, ShowsTheFewestPreemptions) {
  ToyProgram program(FailsInTheMiddle());
  const Exploration exploration = ExploreSchedules(program, {});
  ASSERT_EQ(exploration.findings.size(), 1u);
  const Witness& witness = exploration.findings[0].witness;
  EXPECT_EQ(witness.finding.kind, "wrong-value");
  EXPECT_EQ(witness.preemptions, 1);
  EXPECT_EQ(witness.schedule.departures.size(), 1u);
  EXPECT_EQ(witness.trace.size(), 2u);
}

TEST(Explore, CollectsLabelsOfEveryExecution) {
  // The mark comes only when the load sees the store.
  ToyProgram program(
      {{{Toy::kStore, 0, 1}}, {{Toy::kLoad, 0}, {Toy::kJumpIfEqual, 0, 0, 2}, {Toy::kMark, 3}}});
  EXPECT_EQ(ExploreSchedules(program, {}).reached, std::set<std::string>{"L3"});
}

TEST(Explore, DoesTheSameEveryTime) {
  const auto explore = [] {
    ToyProgram program(std::vector<ToyThread>(3, ToyThread(6, {Toy::kAdd, 0, 1})));
    ExploreOptions options;
    options.budget.exhaustive = 500;
    options.budget.sampled = 50;
    return ExploreSchedules(program, options).text;
  };
  EXPECT_EQ(explore(), explore());
}

TEST(Explore, CallsItALivelockWhenFairTurnsDoNotHelp) {
  ToyProgram program({RetryTogether(0, 1, false), RetryTogether(1, 0, false)});
  ExploreOptions options;
  options.run.steps_max = 2000;
  const Exploration exploration = ExploreSchedules(program, options);
  ASSERT_FALSE(exploration.findings.empty());
  EXPECT_EQ(exploration.findings[0].witness.finding.kind, "livelock");
  EXPECT_LE(exploration.findings[0].found_at, 20);
}

TEST(Explore, AcceptsARetryThatBacksOff) {
  ToyProgram program({RetryTogether(0, 1, true), RetryTogether(1, 0, true)});
  ExploreOptions options;
  options.run.steps_max = 2000;
  options.budget.exhaustive = 500;
  options.budget.sampled = 50;
  const Exploration exploration = ExploreSchedules(program, options);
  EXPECT_TRUE(exploration.findings.empty());
}

TEST(Explore, AcceptsASpinLoopThatSomebodyEnds) {
  ToyProgram program({{{Toy::kLoad, 0}, {Toy::kJumpIfEqual, 0, 0, -1}}, {{Toy::kAdd, 0, 1}}});
  ExploreOptions options;
  options.budget.exhaustive = 500;
  options.budget.sampled = 50;
  const Exploration exploration = ExploreSchedules(program, options);
  EXPECT_TRUE(exploration.findings.empty());
  EXPECT_TRUE(exploration.interfered);
}

TEST(Explore, CallsASpinLoopThatNobodyEndsALivelock) {
  ToyProgram program({{{Toy::kLoad, 0}, {Toy::kJumpIfEqual, 0, 0, -1}}, {{Toy::kAdd, 1, 1}}});
  ExploreOptions options;
  options.run.steps_max = 2000;
  const Exploration exploration = ExploreSchedules(program, options);
  ASSERT_EQ(exploration.findings.size(), 1u);
  EXPECT_EQ(exploration.findings[0].witness.finding.kind, "livelock");
}

TEST(Shrink, TakesOutWhatTheFailureDoesNotNeed) {
  ToyProgram program(FailsInTheMiddle());
  Witness witness;
  // Thread 1 between the stores too, in three pieces: none of it matters.
  witness.schedule.departures = {{1, 1}, {2, 2}};
  witness = RunSchedule(program, witness.schedule, {});
  ASSERT_EQ(witness.finding.kind, "wrong-value");
  const Witness before = witness;
  Shrink(program, witness);
  EXPECT_EQ(witness.preemptions, 1);
  EXPECT_EQ(witness.trace.size(), 2u);
  EXPECT_TRUE(Simpler(witness, before));
}

TEST(Shrink, ReplaysToTheSameTrace) {
  ToyProgram program(FailsInTheMiddle());
  const Exploration exploration = ExploreSchedules(program, {});
  ASSERT_EQ(exploration.findings.size(), 1u);
  const Witness& witness = exploration.findings[0].witness;
  const Witness again = RunSchedule(program, witness.schedule, {});
  EXPECT_EQ(again.finding.message, witness.finding.message);
  EXPECT_EQ(again.trace.size(), witness.trace.size());
}

class Strategies : public ::testing::TestWithParam<StrategyKind> {};

// The register of thread 1 tells which of 1, 2 or 3 additions it saw.
TEST_P(Strategies, ReachEveryOutcomeAndAreAFunctionOfTheSeed) {
  const auto sample = [&] {
    ToyProgram program({ToyThread(3, {Toy::kAdd, 0, 1}), {{Toy::kLoad, 0}}});
    std::vector<std::string> outcomes;
    Strategy strategy;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      strategy.Begin(GetParam(), seed, 4);
      program.Run(strategy, {});
      outcomes.push_back(program.outcome());
    }
    return outcomes;
  };
  const std::vector<std::string> outcomes = sample();
  EXPECT_EQ(std::set<std::string>(outcomes.begin(), outcomes.end()).size(), 4u);
  EXPECT_EQ(outcomes, sample());
}

INSTANTIATE_TEST_SUITE_P(Portfolio, Strategies, ::testing::ValuesIn(kPortfolio),
                         [](const auto& info) { return std::string(NameOf(info.param)); });

}  // namespace
}  // namespace racelab::explorer
