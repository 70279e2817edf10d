#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ostream>
#include <string>

#include "jobs.h"
#include "racelab/faults.h"
#include "racelab/scenario.h"

// How GoogleTest prints an outcome.
std::ostream& operator<<(std::ostream& out, const Outcome& outcome) {
  switch (outcome.ended) {
    case Ended::kReturned:
      return out << "returned " << outcome.code;
    case Ended::kSignaled:
      return out << "killed by signal " << outcome.code;
    case Ended::kTimedOut:
      return out << "killed after its time";
    case Ended::kNotStarted:
      return out << "not started";
  }
  return out << "no outcome";
}

namespace {

// Dies of the signal as any program would: no handler, no core file.
int DieOf(int signal) {
  const rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  std::signal(signal, SIG_DFL);
  raise(signal);
  return 0;
}

// Not for a sanitizer to comment on: the signal is what is asked for.
[[gnu::no_sanitize("undefined")]] int WriteToNowhere() {
  const rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  std::signal(SIGSEGV, SIG_DFL);  // A sanitizer would handle it.
  volatile int* volatile nowhere = nullptr;
  *nowhere = 1;
  return 0;
}

const Outcome kSeven = {Ended::kReturned, 7};

std::vector<Outcome> RunAll(const std::vector<Job>& jobs) { return RunJobs(jobs, std::nullopt); }

TEST(Jobs, ReportWhatTheyReturned) {
  racelab::Explore([] {
    const std::vector<Outcome> outcomes =
        RunAll({[] { return 0; }, [] { return 7; }, [] { return 255; }});
    ASSERT_EQ(outcomes.size(), 3u);
    EXPECT_EQ(outcomes[0], (Outcome{Ended::kReturned, 0}));
    EXPECT_EQ(outcomes[1], kSeven);
    EXPECT_EQ(outcomes[2], (Outcome{Ended::kReturned, 255}));
  });
}

TEST(Jobs, MayBeNone) {
  racelab::Explore([] { EXPECT_TRUE(RunAll({}).empty()); });
}

TEST(Jobs, TellTheSignalThatKilledOne) {
  racelab::Explore([] {
    const std::vector<Outcome> outcomes =
        RunAll({[] { return DieOf(SIGABRT); }, [] { return 7; }, [] { return DieOf(SIGKILL); }});
    ASSERT_EQ(outcomes.size(), 3u);
    EXPECT_EQ(outcomes[0], (Outcome{Ended::kSignaled, SIGABRT}));
    EXPECT_EQ(outcomes[1], kSeven);
    EXPECT_EQ(outcomes[2], (Outcome{Ended::kSignaled, SIGKILL}));
  });
}

TEST(Jobs, LiveOnWhenOneWritesThroughANullPointer) {
  racelab::Explore([] {
    const std::vector<Outcome> outcomes = RunAll({WriteToNowhere, [] { return 7; }});
    ASSERT_EQ(outcomes.size(), 2u);
    EXPECT_EQ(outcomes[0], (Outcome{Ended::kSignaled, SIGSEGV}));
    EXPECT_EQ(outcomes[1], kSeven);
  });
}

TEST(Jobs, DoNotWriteToTheCallersMemory) {
  racelab::Explore([] {
    int ours = 1;
    RunAll({[&] {
      ours = 2;
      return 0;
    }});
    EXPECT_EQ(ours, 1) << "a job wrote to a variable of its caller";
  });
}

TEST(Jobs, RunAtTheSameTime) {
  racelab::Explore([] {
    const auto meet = [] {
      const racelab::Overlap inside("two jobs at the same time", 2);
      return 0;
    };
    RunAll({meet, meet});
  });
  EXPECT_REACHABLE("two jobs at the same time");
}

TEST(Jobs, AreNotLostToASignal) {
  racelab::InterruptCalls();
  racelab::Explore([] {
    const std::vector<Outcome> outcomes = RunAll({[] { return 7; }, [] { return 7; }});
    EXPECT_EQ(outcomes, (std::vector<Outcome>{kSeven, kSeven}));
  });
}

TEST(Jobs, AreToldWhenKilledOrNotStarted) {
  racelab::ExploreFaults({.kill = true, .refuse = true}, [] {
    const std::vector<Outcome> outcomes = RunAll({[] { return 7; }, [] { return 7; }});
    ASSERT_EQ(outcomes.size(), 2u);
    for (const Outcome& outcome : outcomes) {
      const bool killed =
          racelab::AChildWasKilled() && outcome == Outcome{Ended::kSignaled, SIGKILL};
      const bool refused = racelab::ACallWasRefused() && outcome == Outcome{Ended::kNotStarted, 0};
      EXPECT_TRUE(outcome == kSeven || killed || refused) << "the outcome is: " << outcome;
    }
  });
}

TEST(Jobs, LeaveOtherChildrenToTheirParent) {
  racelab::Explore([] {
    const pid_t other = fork();
    if (other == 0) _exit(9);
    siginfo_t ended = {};
    while (ended.si_pid != other) {  // Until it is a zombie.
      usleep(1000);
      waitid(P_PID, static_cast<id_t>(other), &ended, WEXITED | WNOWAIT | WNOHANG);
    }
    EXPECT_EQ(RunAll({[] { return 7; }}), (std::vector<Outcome>{kSeven}));
    int status = 0;
    EXPECT_EQ(waitpid(other, &status, WNOHANG), other) << "another child's status has been taken";
    EXPECT_EQ(WEXITSTATUS(status), 9);
  });
}

// Where the exit handler of the test below leaves its trace.
int* handlers_run = nullptr;

TEST(Jobs, DoNotRunTheCallersExitHandlers) {
  racelab::Explore([] {
    void* const page =
        mmap(nullptr, sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    ASSERT_NE(page, MAP_FAILED);
    handlers_run = static_cast<int*>(page);
    std::atexit([] { ++*handlers_run; });
    RunAll({[] { return 0; }});
    EXPECT_EQ(*handlers_run, 0) << "a job's end ran an exit handler of its caller";
  });
}

// With a clock, and so in real time: not explored.
TEST(Jobs, AreKilledWhenTheirTimeIsOver) {
  const auto hang = [] {
    std::signal(SIGTERM, SIG_IGN);  // Nor does it end when it is asked to.
    for (;;) sleep(1000);
    return 0;
  };
  const std::vector<Outcome> outcomes =
      RunJobs({hang, [] { return 7; }}, std::chrono::milliseconds(2000));
  ASSERT_EQ(outcomes.size(), 2u);
  EXPECT_EQ(outcomes[0], (Outcome{Ended::kTimedOut, 0}));
  EXPECT_EQ(outcomes[1], kSeven);
  const pid_t left = waitpid(-1, nullptr, WNOHANG);
  EXPECT_TRUE(left < 0 && errno == ECHILD)
      << racelab::As("resource-leak")
      << (left > 0 ? "a zombie was left: a dead child that nobody waited for"
                   : "a job was left running");
}

}  // namespace
