#include "src/explorer/search.h"

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "toy_program.h"

namespace racelab::explorer {
namespace {

struct Explored {
  std::set<std::string> outcomes;
  std::int64_t executions = 0;  // including those that were abandoned
  std::int64_t completed = 0;
  bool cut = false;
};

Explored ExploreAll(ToyProgram& program, const SearchOptions& options) {
  DepthFirstSearch search(options);
  Explored explored;
  do {
    const ExecutionResult result = program.Run(search, RunOptions{});
    ++explored.executions;
    if (result.abandoned) continue;
    ++explored.completed;
    explored.outcomes.insert(program.outcome());
  } while (search.Next());
  EXPECT_FALSE(search.diverged());
  explored.cut = search.cut();
  return explored;
}

ToyThread Repeat(Toy op, int object, int times) { return ToyThread(times, {op, object, 1}); }

const ToyThread kLockedIncrement = {
    {Toy::kAdd, 1, 1}, {Toy::kLock, 0}, {Toy::kLoad, 0}, {Toy::kStore, 0, 1}, {Toy::kUnlock, 0}};

TEST(DepthFirstSearch, EnumeratesEveryInterleavingWithoutReduction) {
  // Two threads of three steps: 6! / (3! 3!) = 20. Three of two: 6! / (2! 2! 2!) = 90.
  ToyProgram two({Repeat(Toy::kAdd, 0, 3), Repeat(Toy::kAdd, 1, 3)});
  EXPECT_EQ(ExploreAll(two, {kUnbounded, false}).executions, 20);
  ToyProgram three({Repeat(Toy::kAdd, 0, 2), Repeat(Toy::kAdd, 1, 2), Repeat(Toy::kAdd, 2, 2)});
  EXPECT_EQ(ExploreAll(three, {kUnbounded, false}).executions, 90);
}

TEST(DepthFirstSearch, CountsSchedulesWithinThePreemptionBound) {
  // Two threads of three steps. Without preemption: 2 orders. One preemption: the first thread
  // stops after 1 or 2 steps, twice: 4 more.
  ToyProgram two({Repeat(Toy::kAdd, 0, 3), Repeat(Toy::kAdd, 0, 3)});
  EXPECT_EQ(ExploreAll(two, {0, false}).completed, 2);
  EXPECT_EQ(ExploreAll(two, {1, false}).completed, 6);
  EXPECT_TRUE(ExploreAll(two, {1, false}).cut);
  EXPECT_EQ(ExploreAll(two, {4, false}).completed, 20);
  EXPECT_FALSE(ExploreAll(two, {4, false}).cut);
}

TEST(DepthFirstSearch, NeedsOneExecutionForThreadsThatShareNothing) {
  ToyProgram program({Repeat(Toy::kAdd, 0, 3), Repeat(Toy::kAdd, 1, 3), Repeat(Toy::kAdd, 2, 3)});
  EXPECT_EQ(ExploreAll(program, {}).executions, 1);
}

TEST(DepthFirstSearch, TriesBothOrdersOfTwoDependentOperations) {
  ToyProgram program({{{Toy::kStore, 0, 1}}, {{Toy::kLoad, 0}}});
  EXPECT_EQ(ExploreAll(program, {}).completed, 2);
}

TEST(DepthFirstSearch, FindsTheLostUpdateWithOnePreemption) {
  const ToyThread increment = {{Toy::kLoad, 0}, {Toy::kStore, 0, 1}};
  ToyProgram program({increment, increment});
  EXPECT_EQ(ExploreAll(program, {0}).outcomes.size(), 2u);  // 2 in memory, either thread first
  const Explored one = ExploreAll(program, {1});
  EXPECT_TRUE(one.outcomes.count("1 0 0 0 r0r0"));
}

TEST(DepthFirstSearch, FindsTheDeadlockOfOppositeLockOrdersWithOnePreemption) {
  ToyProgram program({{{Toy::kLock, 0}, {Toy::kLock, 1}, {Toy::kUnlock, 1}, {Toy::kUnlock, 0}},
                      {{Toy::kLock, 1}, {Toy::kLock, 0}, {Toy::kUnlock, 0}, {Toy::kUnlock, 1}}});
  EXPECT_FALSE(ExploreAll(program, {0}).outcomes.count("deadlock"));
  EXPECT_TRUE(ExploreAll(program, {1}).outcomes.count("deadlock"));
}

TEST(DepthFirstSearch, FindsTheLostWakeup) {
  // The waiter checks the flag, the notifier sets it and notifies before the waiter waits.
  ToyProgram program({{{Toy::kLoad, 0},
                       {Toy::kJumpIfEqual, 0, 1, 4},
                       {Toy::kLock, 0},
                       {Toy::kWait, 0, 0},
                       {Toy::kUnlock, 0}},
                      {{Toy::kAdd, 0, 1}, {Toy::kNotifyOne, 0}}});
  EXPECT_TRUE(ExploreAll(program, {1}).outcomes.count("deadlock"));
}

TEST(DepthFirstSearch, TriesTheTimeoutOfATimedWaitThatIsAlwaysNotified) {
  ToyProgram program({{{Toy::kLock, 0}, {Toy::kTimedWait, 0, 0}, {Toy::kUnlock, 0}},
                      {{Toy::kLock, 0}, {Toy::kNotifyOne, 0}, {Toy::kUnlock, 0}}});
  const Explored all = ExploreAll(program, {});
  EXPECT_TRUE(all.outcomes.count("0 0 0 0 r0r0"));
  EXPECT_TRUE(all.outcomes.count("0 0 0 0 r1r0"));
}

TEST(DepthFirstSearch, SavesExecutionsUnderLocks) {
  ToyProgram program({kLockedIncrement, kLockedIncrement, kLockedIncrement});
  const Explored full = ExploreAll(program, {kUnbounded, false});
  const Explored reduced = ExploreAll(program, {});
  EXPECT_EQ(full.outcomes, reduced.outcomes);
  EXPECT_LT(reduced.executions, full.executions);
  EXPECT_EQ(reduced.completed, 36);  // 3! orders of the additions and of the critical sections
}

TEST(DepthFirstSearch, EndsOnASpinLoopAndSaysThatItInterfered) {
  // Thread 0 spins until thread 1 has stored.
  ToyProgram program({{{Toy::kLoad, 0}, {Toy::kJumpIfEqual, 0, 0, -1}}, {{Toy::kAdd, 0, 1}}});
  DepthFirstSearch search({1});
  int executions = 0;
  do {
    EXPECT_FALSE(program.Run(search, RunOptions{}).step_limit_reached);
    ++executions;
  } while (search.Next());
  EXPECT_TRUE(search.interfered());
  EXPECT_GT(executions, 1);
}

// Random programs: whatever the unreduced search reaches within a bound, the reduced one reaches
// too.

ToyInstruction RandomInstruction(std::mt19937& random) {
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  switch (pick(4)) {
    case 0:
      return {Toy::kLoad, pick(2)};
    case 1:
      return {Toy::kStore, pick(2), 1 + pick(2)};
    case 2:
      return {Toy::kAdd, pick(2), 1 + pick(3)};
    default:
      return {Toy::kYield};
  }
}

void AppendRandomBlock(std::mt19937& random, ToyThread& thread) {
  const int mutex = static_cast<int>(random() % 2);
  switch (random() % 6) {
    case 0:
    case 1:
      thread.push_back(RandomInstruction(random));
      break;
    case 2:
      thread.insert(thread.end(),
                    {{Toy::kLock, mutex}, RandomInstruction(random), {Toy::kUnlock, mutex}});
      break;
    case 3:
      thread.insert(thread.end(),
                    {{Toy::kTryLock, mutex, 2}, RandomInstruction(random), {Toy::kUnlock, mutex}});
      break;
    case 4:
      thread.insert(thread.end(), {{Toy::kLock, 0}, {Toy::kTimedWait, 0, 0}, {Toy::kUnlock, 0}});
      break;
    default:
      thread.insert(thread.end(), {{Toy::kLock, 0},
                                   {random() % 2 ? Toy::kNotifyOne : Toy::kNotifyAll, 0},
                                   {Toy::kUnlock, 0}});
      break;
  }
}

std::vector<ToyThread> RandomProgram(unsigned seed) {
  std::mt19937 random(seed);
  std::vector<ToyThread> threads(2 + random() % 2);
  for (ToyThread& thread : threads) {
    while (thread.size() < 3) AppendRandomBlock(random, thread);
  }
  return threads;
}

class RandomPrograms : public ::testing::TestWithParam<int> {};

TEST_P(RandomPrograms, LoseNoOutcomeThroughTheReduction) {
  const int bound = GetParam();
  std::int64_t full_executions = 0;
  std::int64_t reduced_executions = 0;
  for (unsigned seed = 0; seed < 150; ++seed) {
    ToyProgram program(RandomProgram(seed));
    const Explored full = ExploreAll(program, {bound, false});
    const Explored reduced = ExploreAll(program, {bound, true});
    full_executions += full.executions;
    reduced_executions += reduced.executions;
    ASSERT_EQ(full.outcomes, reduced.outcomes) << "seed " << seed << " bound " << bound;
  }
  RecordProperty("executions_without_reduction", std::to_string(full_executions));
  RecordProperty("executions_with_reduction", std::to_string(reduced_executions));
  EXPECT_LT(reduced_executions, full_executions);
}

INSTANTIATE_TEST_SUITE_P(WithinABound, RandomPrograms, ::testing::Values(0, 1, 2, 3, kUnbounded));

}  // namespace
}  // namespace racelab::explorer
