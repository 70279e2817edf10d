// YOUR FILE: the only one that is graded.
//
// Asks again and again without waiting, and sleeps between.
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <thread>

#include "jobs.h"

namespace {

using Clock = std::chrono::steady_clock;

pid_t Start(const Job& job) {
  const pid_t pid = fork();
  if (pid == 0) _exit(job());  // Not exit(): the caller's exit handlers are not ours to run.
  return pid;
}

// False when the child still ran at the deadline. Leaves the status of one that ended to StatusOf.
bool EndsBefore(pid_t pid, Clock::time_point deadline) {
  for (;;) {
    siginfo_t info = {};
    waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | WNOWAIT);
    if (info.si_pid == pid) return true;
    if (Clock::now() >= deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

// A signal with a handler may end the wait before the child ends: then wait again.
int StatusOf(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

std::vector<Outcome> RunJobs(const std::vector<Job>& jobs,
                             std::optional<std::chrono::milliseconds> patience) {
  const Clock::time_point begin = Clock::now();
  std::vector<pid_t> pids;
  for (const Job& job : jobs) pids.push_back(Start(job));
  std::vector<Outcome> outcomes;
  for (const pid_t pid : pids) {
    if (pid < 0) {
      outcomes.push_back({Ended::kNotStarted, 0});
      continue;
    }
    const bool timed_out = patience && !EndsBefore(pid, begin + *patience);
    if (timed_out) kill(pid, SIGKILL);
    const int status = StatusOf(pid);  // Killed or not, it is a zombie until somebody asks.
    if (timed_out) {
      outcomes.push_back({Ended::kTimedOut, 0});
    } else if (WIFSIGNALED(status)) {
      outcomes.push_back({Ended::kSignaled, WTERMSIG(status)});
    } else {
      outcomes.push_back({Ended::kReturned, WEXITSTATUS(status)});
    }
  }
  return outcomes;
}
