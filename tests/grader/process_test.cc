// Real children that behave badly, and what is left of them.
#include "grader/process.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "grader/process_tree.h"

namespace racelab {
namespace {

Command Shell(const std::string& script) {
  Command command;
  command.argv = {"/bin/sh", "-c", script};
  command.environment = {"PATH=/usr/bin:/bin"};
  command.directory = "/";
  return command;
}

Command Victim(const std::string& what) {
  Command command = Shell("");
  command.argv = {RACELAB_VICTIM, what};
  return command;
}

Outcome RunOk(const Command& command) {
  absl::StatusOr<Outcome> outcome = Run(command);
  EXPECT_TRUE(outcome.ok()) << outcome.status();
  // Whatever a child did, nothing of it is left.
  EXPECT_TRUE(Children(getpid()).empty());
  return outcome.ok() ? *outcome : Outcome{};
}

TEST(Run, TellsStatusAndOutput) {
  const Outcome outcome = RunOk(Shell("echo out; echo err >&2; exit 3"));
  EXPECT_EQ(outcome.ending, Ending::kExited);
  EXPECT_EQ(outcome.code, 3);
  EXPECT_EQ(outcome.output, "out\nerr\n");
  EXPECT_TRUE(outcome.left_behind.empty());
}

TEST(Run, TellsTheSignal) {
  const Outcome outcome = RunOk(Shell("kill -SEGV $$"));
  EXPECT_EQ(outcome.ending, Ending::kSignaled);
  EXPECT_EQ(outcome.code, SIGSEGV);
  EXPECT_EQ(Describe(outcome), "was killed by SIGSEGV");
}

TEST(Run, TellsThatThereIsNoSuchProgram) {
  Command command = Shell("");
  command.argv = {"/no/such/program"};
  const Outcome outcome = RunOk(command);
  EXPECT_EQ(outcome.ending, Ending::kNotStarted);
  EXPECT_EQ(outcome.code, ENOENT);
}

TEST(Run, GivesNoDescriptorAndNoInputToTheChild) {
  const Outcome outcome = RunOk(Shell("ls /proc/self/fd | tr '\\n' ' '; cat"));
  // 3 is the folder that ls reads.
  EXPECT_EQ(outcome.output, "0 1 2 3 ");
}

TEST(Run, PassesTheChannelApartFromTheOutput) {
  Command command = Shell("echo record >&3; echo text");
  command.open_channel = true;
  const Outcome outcome = RunOk(command);
  EXPECT_EQ(outcome.channel, "record\n");
  EXPECT_EQ(outcome.output, "text\n");
}

TEST(Run, EndsAChildThatSleepsPastItsTime) {
  Command command = Shell("sleep 1000");
  command.limits.time = absl::Milliseconds(300);
  const Outcome outcome = RunOk(command);
  EXPECT_EQ(outcome.ending, Ending::kTimeLimit);
}

TEST(Run, EndsABusyLoopByItsProcessorTime) {
  Command command = Shell("while :; do :; done");
  command.limits.time = absl::Seconds(100);
  command.limits.cpu = absl::Milliseconds(300);
  const Outcome outcome = RunOk(command);
  EXPECT_EQ(outcome.ending, Ending::kTimeLimit);
  EXPECT_GE(outcome.cpu, absl::Milliseconds(300));
}

TEST(Run, EndsAChildThatIsBusyAndSaysNothing) {
  Command command = Shell("echo alive >&3; while :; do :; done");
  command.open_channel = true;
  command.limits.quiet_cpu = absl::Milliseconds(300);
  EXPECT_EQ(RunOk(command).ending, Ending::kTimeLimit);
}

TEST(Run, EndsAChildThatSleepsAndSaysNothing) {
  Command command = Shell("echo alive >&3; sleep 1000");
  command.open_channel = true;
  command.limits.quiet_time = absl::Milliseconds(300);
  EXPECT_EQ(RunOk(command).ending, Ending::kTimeLimit);
}

TEST(Run, LetsAChildGoOnThatSaysSo) {
  Command command = Shell("for i in 1 2 3 4 5 6 7 8; do echo alive >&3; sleep 0.1; done");
  command.open_channel = true;
  command.limits.quiet_time = absl::Milliseconds(400);
  const Outcome outcome = RunOk(command);
  EXPECT_TRUE(outcome.Succeeded()) << Describe(outcome);
}

TEST(Run, EndsAForkBomb) { EXPECT_EQ(RunOk(Victim("fork-bomb")).ending, Ending::kProcessLimit); }

TEST(Run, EndsAForkBombOfWhichEachProcessLeavesItsGroup) {
  EXPECT_EQ(RunOk(Victim("fork-bomb-apart")).ending, Ending::kProcessLimit);
}

TEST(Run, EndsAChildThatAllocatesWithoutEnd) {
  Command command = Victim("allocate");
  command.limits.memory_mib = 200;
  const Outcome outcome = RunOk(command);
  EXPECT_EQ(outcome.ending, Ending::kMemoryLimit);
  EXPECT_GE(outcome.memory_peak_mib, 200);
}

TEST(Run, CountsMemoryThatForkedProcessesShareOnce) {
  Command command = Victim("share");  // 9 processes, 100 MiB in all.
  command.limits.memory_mib = 300;
  const Outcome outcome = RunOk(command);
  EXPECT_EQ(outcome.ending, Ending::kExited) << Describe(outcome);
}

TEST(Run, EndsAFloodOfOutputAndKeepsItsBeginning) {
  const Outcome outcome = RunOk(Shell("echo first; yes"));
  EXPECT_EQ(outcome.ending, Ending::kOutputLimit);
  EXPECT_EQ(outcome.output.substr(0, 6), "first\n");
  EXPECT_EQ(outcome.output.size(), std::size_t{256 << 10});
}

TEST(Run, EndsAFloodOfTheChannel) {
  Command command = Shell("yes >&3");
  command.open_channel = true;
  command.limits.channel_bytes = 1 << 20;
  EXPECT_EQ(RunOk(command).ending, Ending::kChannelLimit);
}

TEST(Run, EndsAndNamesADaemonThatIsLeftBehind) {
  const Outcome outcome =
      RunOk(Shell("setsid sleep 1000 &\nwhile ! grep -q sleep /proc/$!/comm; do :; done"));
  EXPECT_EQ(outcome.ending, Ending::kExited);
  ASSERT_EQ(outcome.left_behind.size(), 1U);
  EXPECT_EQ(outcome.left_behind[0].name, "sleep");
  EXPECT_NE(kill(outcome.left_behind[0].pid, 0), 0) << "it is still alive";
}

TEST(Run, NamesAZombieThatWasNeverWaitedFor) {
  const Outcome outcome = RunOk(Victim("zombie"));
  EXPECT_EQ(outcome.left_behind.size(), 1U);
}

TEST(Run, EndsAChildThatKillsItsKeeper) {
  const Outcome outcome = RunOk(Victim("kill-keeper"));
  EXPECT_EQ(outcome.ending, Ending::kKeeperKilled);
}

// The processes whose command line has `text`.
std::set<pid_t> ProcessesWith(const std::string& text) {
  std::set<pid_t> found;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    std::ifstream file(entry.path() / "cmdline", std::ios::binary);
    const std::string line(std::istreambuf_iterator<char>(file), {});
    int pid = 0;
    if (line.find(text) != std::string::npos &&
        absl::SimpleAtoi(entry.path().filename().string(), &pid)) {
      found.insert(pid);
    }
  }
  return found;
}

// Waits, for at most a minute, until that many processes have `text` in their command line.
bool AwaitProcesses(const std::string& text, std::size_t count) {
  for (int look = 0; look < 6000; ++look) {
    if (ProcessesWith(text).size() == count) return true;
    usleep(10'000);
  }
  return false;
}

TEST(Run, LeavesNothingBehindWhenTheGraderIsKilled) {
  const std::string nap = absl::StrCat("10", getpid());  // seconds, and a name for our processes
  const pid_t grader = fork();
  if (grader == 0) {
    RunOk(Shell(absl::StrCat("setsid sleep ", nap, " & exec sleep ", nap)));
    _exit(0);
  }
  EXPECT_TRUE(AwaitProcesses(absl::StrCat("sleep", std::string(1, '\0'), nap), 2));
  kill(grader, SIGKILL);
  waitpid(grader, nullptr, 0);
  EXPECT_TRUE(AwaitProcesses(absl::StrCat("sleep", std::string(1, '\0'), nap), 0));
  while (waitpid(-1, nullptr, 0) > 0) {  // The keeper, which has become ours.
  }
}

TEST(Run, SeesThatEveryThreadWaitsForEver) {
  Command command = Victim("lock-twice");
  command.detect_stuck = true;
  command.limits.time = absl::Seconds(60);
  std::vector<pid_t> shown;
  command.before_kill = [&](const Stall& stall) { shown = stall.processes; };
  const Outcome outcome = RunOk(command);
  EXPECT_EQ(outcome.ending, Ending::kStuck);
  EXPECT_LT(outcome.wall, absl::Seconds(10)) << "it did not have to wait for the time limit";
  EXPECT_EQ(shown.size(), 1U);
}

TEST(Run, DoesNotTakeATimedWaitForStuck) {
  Command command = Victim("timed-wait");
  command.detect_stuck = true;
  EXPECT_EQ(RunOk(command).ending, Ending::kExited);
}

TEST(Run, TurnsAddressRandomizationOff) {
  const Outcome outcome = RunOk(Shell("cat /proc/self/personality"));
  if (!outcome.randomization_off) GTEST_SKIP() << "this machine forbids personality()";
  EXPECT_EQ(outcome.output, "00040000\n");
}

TEST(Run, RunsSeveralChildrenAtOnce) {
  std::vector<std::thread> threads;
  std::vector<int> codes(8, -1);
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([i, &codes] {
      absl::StatusOr<Outcome> outcome = racelab::Run(Shell(absl::StrCat("sleep 0.05; exit ", i)));
      if (outcome.ok()) codes[i] = outcome->code;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (int i = 0; i < 8; ++i) EXPECT_EQ(codes[i], i);
}

}  // namespace
}  // namespace racelab
