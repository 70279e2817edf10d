// What the judge says of real processes that hang, from their stacks.
#include "grader/stacks.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/strings/match.h"
#include "grader/process.h"

namespace racelab {
namespace {

const SourceNames kNames = {"victim.cc", "victim.h", "victim_check.cc"};

Finding DiagnosisOf(const std::string& deed) {
  Command command;
  command.argv = {RACELAB_VICTIM, deed};
  command.directory = "/";
  command.detect_stuck = true;
  command.limits.time = absl::Seconds(5);
  command.limits.cpu = absl::Milliseconds(300);
  Finding finding;
  command.before_kill = [&](const Stall& stall) { finding = Diagnose(stall, kNames); };
  absl::StatusOr<Outcome> outcome = Run(command);
  EXPECT_TRUE(outcome.ok()) << outcome.status();
  return finding;
}

TEST(Diagnose, ShowsBothSidesOfADeadlock) {
  const Finding finding = DiagnosisOf("embrace");
  EXPECT_EQ(finding.kind, Kind::kDeadlock);
  ASSERT_EQ(finding.threads.size(), 2U) << finding.message;
  for (const ThreadStory& thread : finding.threads) {
    EXPECT_EQ(thread.did, "waits for a lock");
    ASSERT_FALSE(thread.stack.empty());
    EXPECT_EQ(thread.stack.front().file, "victim.cc");
    EXPECT_GT(thread.stack.front().line, 0);
  }
}

TEST(Diagnose, ShowsALockTakenTwice) { EXPECT_EQ(DiagnosisOf("lock-twice").kind, Kind::kDeadlock); }

TEST(Diagnose, TellsALostWakeupFromADeadlock) {
  const Finding finding = DiagnosisOf("miss-signal");
  EXPECT_EQ(finding.kind, Kind::kLostWakeup);
  ASSERT_EQ(finding.threads.size(), 2U) << finding.message;
  EXPECT_TRUE(absl::StrContains(finding.message, "waits to be notified at victim.cc:"))
      << finding.message;
}

TEST(Diagnose, TakesALatchThatNobodyCountsDownForADeadlock) {
  EXPECT_EQ(DiagnosisOf("latch").kind, Kind::kDeadlock);
}

TEST(Diagnose, TakesALoopOfTryLockForALivelock) {
  EXPECT_EQ(DiagnosisOf("try-for-ever").kind, Kind::kLivelock);
}

TEST(DiagnoseStacks, LeavesOutThreadsThatRunNothingOfTheLab) {
  const ThreadStack waiting = {1, {{"", 0, "pthread_cond_wait"}, {"victim.cc", 5, "f()"}}};
  const ThreadStack idle = {2, {{"", 0, "pthread_mutex_lock"}, {"", 0, "tbb::worker"}}};
  const Finding finding = DiagnoseStacks(Ending::kStuck, {waiting, idle}, kNames);
  EXPECT_EQ(finding.kind, Kind::kLostWakeup);
  EXPECT_EQ(finding.threads.size(), 1U);
}

}  // namespace
}  // namespace racelab
