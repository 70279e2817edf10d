#include "racelab/faults.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <functional>
#include <string>
#include <vector>

#include "proc.h"
#include "report.h"
#include "search.h"
#include "subject.h"

namespace racelab::faults {
namespace {

// InterruptCalls() of an earlier test would be undone by the next Explore(); there is none here.
class FaultExplorer : public testing::Test {
 protected:
  void TearDown() override { signal(SIGUSR1, SIG_DFL); }
};

SearchResult Explored(const std::function<void()>& body, Settings settings = {}) {
  settings.serial = true;
  return SearchFaults(body, settings);
}

std::string MessageOfFirst(const SearchResult& result) {
  static explorer::Symbolizer symbolizer;
  return result.found.empty() ? "" : MessageOf(result.found[0], symbolizer);
}

std::string KindOfFirst(const SearchResult& result) {
  return result.found.empty() ? "pass" : result.found[0].defect.kind;
}

void Contains(const std::string& text, const std::string& part) {
  EXPECT_NE(text.find(part), std::string::npos) << "'" << part << "' is not in: " << text;
}

// Whether some step called `name` may meet `action`.
bool IsLegal(const Execution& execution, const std::string& name, Action action) {
  for (const Step& step : execution.steps) {
    if (name == step.name && (step.legal & action) != 0) return true;
  }
  return false;
}

TEST_F(FaultExplorer, GivesAPartOfWhatAReadAskedFor) {
  const SearchResult result = Explored([] { EXPECT_EQ(subject::ReceiveByOneRead(), 8); });
  EXPECT_EQ(KindOfFirst(result), "wrong-value");
  Contains(MessageOfFirst(result), "the 1st read() (subject.cc:");
  Contains(MessageOfFirst(result), "of the parent returned 2 of 8 bytes");
}

TEST_F(FaultExplorer, FindsNothingWrongWithALoop) {
  InterruptCalls();
  const SearchResult result = Explored([] { EXPECT_EQ(subject::ReceiveByLoop(), 9999); });
  EXPECT_EQ(KindOfFirst(result), "pass") << MessageOfFirst(result);
  EXPECT_GT(result.executions, 10);
}

TEST_F(FaultExplorer, CutsALongWriteShortOnlyWhereASignalCan) {
  const auto body = [] { EXPECT_EQ(subject::SendLongByOneWrite(), 9999); };
  EXPECT_EQ(KindOfFirst(Explored(body)), "pass");
  InterruptCalls();
  const SearchResult result = Explored(body);
  EXPECT_EQ(KindOfFirst(result), "wrong-value");
  Contains(MessageOfFirst(result), "wrote 3333 of 9999 bytes");
}

TEST_F(FaultExplorer, InterruptsOnlyWhereAHandlerIs) {
  const auto body = [] { subject::ReceiveByOneRead(); };
  EXPECT_FALSE(IsLegal(Execute(body, {}, {.serial = true}), "read", kInterrupt));
  InterruptCalls();
  const Execution execution = Execute(body, {}, {.serial = true});
  EXPECT_TRUE(IsLegal(execution, "read", kInterrupt));
  EXPECT_TRUE(IsLegal(execution, "waitpid", kInterrupt));
  EXPECT_FALSE(IsLegal(execution, "close", kInterrupt));
  EXPECT_FALSE(IsLegal(execution, "write", kShort)) << "8 bytes are less than PIPE_BUF";
}

TEST_F(FaultExplorer, FindsEveryLostUpdateInSharedMemory) {
  const auto body = [] { EXPECT_EQ(subject::AddInTwoSteps(false), 2); };
  const SearchResult result = Explored(body);
  EXPECT_EQ(KindOfFirst(result), "wrong-value");
  Contains(MessageOfFirst(result), "was stopped before its 1st write to shared memory");
  EXPECT_EQ(KindOfFirst(Explored([] { EXPECT_EQ(subject::AddInOneStep(), 2); })), "pass");
}

TEST_F(FaultExplorer, IsNotMisledBySleeping) {
  const auto body = [] { EXPECT_EQ(subject::AddInTwoSteps(true), 2); };
  EXPECT_EQ(KindOfFirst(Explored(body)), "wrong-value");
}

TEST_F(FaultExplorer, NamesWhatIsLeftBehind) {
  SearchResult result = Explored(subject::LeaveADescriptor);
  EXPECT_EQ(KindOfFirst(result), "resource-leak");
  Contains(MessageOfFirst(result), "was left open: the write end of a pipe, from pipe()");
  result = Explored(subject::LeaveAZombie);
  EXPECT_EQ(KindOfFirst(result), "resource-leak");
  Contains(MessageOfFirst(result), "child 1");
  result = Explored(subject::LeaveAChildRunning);
  EXPECT_EQ(KindOfFirst(result), "resource-leak");
  Contains(MessageOfFirst(result), "child 1 was left running");
  result = Explored(subject::LeaveAName);
  EXPECT_EQ(KindOfFirst(result), "resource-leak");
  Contains(MessageOfFirst(result), "the shared memory \"/left\" was left behind in /dev/shm");
}

TEST_F(FaultExplorer, RemovesWhatIsLeftBehind) {
  Explored(subject::LeaveAChildRunning);
  Explored(subject::LeaveAName);
  EXPECT_TRUE(OwnChildren().empty());
  struct stat about;
  const std::string path = "/dev/shm/racelab-" + std::to_string(getpid()) + "-left";
  EXPECT_NE(stat(path.c_str(), &about), 0) << path;
}

TEST_F(FaultExplorer, SaysWhoHoldsTheOtherEnd) {
  const SearchResult result = Explored(subject::WaitForOneself);
  EXPECT_EQ(KindOfFirst(result), "hang");
  Contains(MessageOfFirst(result), "the write end of its pipe is open in this process itself");
}

TEST_F(FaultExplorer, FindsADeadlockOfTwoProcesses) {
  EXPECT_EQ(KindOfFirst(Explored(subject::WaitForEachOther)), "deadlock");
}

TEST_F(FaultExplorer, KillsTheOwnerOfALockOnlyWhenAsked) {
  EXPECT_EQ(KindOfFirst(Explored(subject::WaitForADeadOwner)), "pass");
  const SearchResult result = Explored(subject::WaitForADeadOwner, {.may_kill = true});
  EXPECT_EQ(KindOfFirst(result), "hang");
  Contains(MessageOfFirst(result), "child 1 was killed before its 1st pthread_mutex_unlock()");
  Contains(MessageOfFirst(result), "held by child 1, which has died");
}

TEST_F(FaultExplorer, FindsAMissedWakeup) {
  EXPECT_EQ(KindOfFirst(Explored(subject::MissAWakeup)), "lost-wakeup");
}

TEST_F(FaultExplorer, FindsProcessesThatGoRoundInCircles) {
  EXPECT_EQ(KindOfFirst(Explored(subject::GoRoundInCircles)), "livelock");
}

TEST_F(FaultExplorer, SeesASignalKillTheParent) {
  const SearchResult result = Explored(subject::WriteToNobody);
  EXPECT_EQ(KindOfFirst(result), "crash");
  Contains(MessageOfFirst(result), "SIGPIPE");
}

TEST_F(FaultExplorer, SeesAChildReturnToTheCaller) {
  const SearchResult result = Explored(subject::ReturnTwice);
  EXPECT_EQ(KindOfFirst(result), "wrong-value");
  Contains(MessageOfFirst(result), "child 1 returned to the caller");
}

TEST_F(FaultExplorer, RefusesAForkOnlyWhenAsked) {
  const auto body = [] { EXPECT_EQ(subject::ForkUnchecked(), 0); };
  EXPECT_EQ(KindOfFirst(Explored(body)), "pass");
  const SearchResult result = Explored(body, {.may_refuse = true});
  EXPECT_EQ(KindOfFirst(result), "wrong-value");
  Contains(MessageOfFirst(result), "the 1st fork() (subject.cc:");
  Contains(MessageOfFirst(result), "failed with EAGAIN");
}

TEST_F(FaultExplorer, DoesAndSaysTheSameEveryTime) {
  const auto body = [] { EXPECT_EQ(subject::AddInTwoSteps(true), 2); };
  const SearchResult first = Explored(body);
  for (int i = 0; i < 3; ++i) {
    const SearchResult again = Explored(body);
    EXPECT_EQ(again.executions, first.executions);
    EXPECT_EQ(again.text, first.text);
    EXPECT_EQ(MessageOfFirst(again), MessageOfFirst(first));
    EXPECT_EQ(EncodeToken({0, 0, again.found[0].plan}), EncodeToken({0, 0, first.found[0].plan}));
  }
}

TEST_F(FaultExplorer, ReplaysAPlan) {
  const auto body = [] { EXPECT_EQ(subject::AddInTwoSteps(false), 2); };
  const SearchResult result = Explored(body);
  ASSERT_FALSE(result.found.empty());
  const Execution again = Execute(body, result.found[0].plan, {.serial = true});
  ASSERT_EQ(again.defects.size(), 1u);
  EXPECT_EQ(again.defects[0].message, result.found[0].defect.message);
  ASSERT_EQ(again.steps.size(), result.found[0].execution.steps.size());
}

}  // namespace
}  // namespace racelab::faults
