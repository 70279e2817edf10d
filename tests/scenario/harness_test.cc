// The scenario harness on real threads. In the `tsan` variant a false alarm fails the process.
#include <string_view>

#include "../../src/scenario/runner.h"
#include "racelab/scenario.h"
#include "subject.h"

namespace racelab {
namespace {

// Whether some execution ends with less than nothing in the account.
bool Overdraws(std::unique_ptr<Account> (*make)()) {
  bool overdrawn = false;
  Explore([&] {
    const std::unique_ptr<Account> account = make();
    Concurrently(2, [&](int) { account->Withdraw(1); });
    if (account->Balance() < 0) overdrawn = true;
  });
  return overdrawn;
}

// Whether every execution hands over the value or nothing.
void ExpectHandsOver(std::unique_ptr<Handover> (*make)()) {
  bool taken = false;
  Explore([&] {
    const std::unique_ptr<Handover> handover = make();
    Concurrently({[&] { handover->Give(42); },
                  [&] {
                    const int value = handover->Take();
                    if (value == 42) taken = true;
                    EXPECT_TRUE(value == 0 || value == 42);
                  }});
  });
  // Where atomics are calls the harness pauses at them; elsewhere the overlap is luck.
  EXPECT_TRUE(taken || VariantName() != "tsan");
}

TEST(Explore, FindsAStdMutexGivenUpBetweenCheckAndAct) {
  EXPECT_TRUE(Overdraws(MakeStdMutexAccount));
}

TEST(Explore, FindsAnAbslMutexGivenUpBetweenCheckAndAct) {
  EXPECT_TRUE(Overdraws(MakeAbslMutexAccount));
}

TEST(Explore, FindsAnAtomicCheckThenActWhereAtomicsAreCalls) {
  if (VariantName() != "tsan") GTEST_SKIP() << "atomics are calls only in the tsan variant";
  EXPECT_TRUE(Overdraws(MakeAtomicAccount));
}

TEST(Explore, TakesFencesForWhatTheyAre) { ExpectHandsOver(MakeFenceHandover); }
TEST(Explore, TakesTimedMutexesForWhatTheyAre) { ExpectHandsOver(MakeTimedMutexHandover); }
TEST(Explore, TakesSharedTimedMutexesForWhatTheyAre) {
  ExpectHandsOver(MakeSharedTimedMutexHandover);
}
TEST(Explore, TakesAtomicSharedPointersForWhatTheyAre) {
  ExpectHandsOver(MakeAtomicSharedPtrHandover);
}

TEST(Explore, RunsAnInitializerAgainThatThrew) {
  racelab::Explore([] {
    const std::unique_ptr<FirstUse> first = MakeFirstUseThatThrowsOnce();
    racelab::Concurrently(2, [&](int) { EXPECT_EQ(first->Value(), 2); });
  });
}

TEST(Overlap, IsReachedByTwoReaders) {
  Explore([] {
    Concurrently(2, [](int) { EnterTogether([] { const Overlap inside("two readers", 2); }); });
  });
  EXPECT_TRUE(WasReached("two readers"));
}

TEST(Overlap, IsNotReachedUnderAnExclusiveLock) {
  Explore([] {
    Concurrently(2, [](int) { EnterAlone([] { const Overlap inside("two writers", 2); }); });
  });
  EXPECT_FALSE(WasReached("two writers"));
}

TEST(Reached, LeavesALabelThatNobodyWaitsForToTheExplorer) {
  EXPECT_TRUE(WasReached("a label that was never announced"));
}

}  // namespace
}  // namespace racelab
