// YOUR FILE: the only one that is graded.
//
// SIGCHLD is blocked, and so it waits for us; sigtimedwait() takes it, or gives up in time.
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "jobs.h"

namespace {

using Clock = std::chrono::steady_clock;

pid_t Start(const Job& job, const sigset_t& mask) {
  const pid_t pid = fork();
  if (pid == 0) {
    sigprocmask(SIG_SETMASK, &mask, nullptr);  // The job gets the mask that the caller had.
    _exit(job());
  }
  return pid;
}

// False when the child still ran at the deadline. Leaves the status of one that ended to StatusOf.
bool EndsBefore(pid_t pid, Clock::time_point deadline, const sigset_t& sigchld) {
  for (;;) {
    siginfo_t info = {};
    waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOHANG | WNOWAIT);
    if (info.si_pid == pid) return true;
    const auto left = std::chrono::nanoseconds(deadline - Clock::now()).count();
    if (left <= 0) return false;
    // A child that ended since we looked has left its signal pending.
    const timespec limit = {left / 1'000'000'000, left % 1'000'000'000};
    sigtimedwait(&sigchld, nullptr, &limit);
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
  sigset_t sigchld, old_mask;
  sigemptyset(&sigchld);
  sigaddset(&sigchld, SIGCHLD);
  sigprocmask(SIG_BLOCK, &sigchld, &old_mask);
  const Clock::time_point begin = Clock::now();
  std::vector<pid_t> pids;
  for (const Job& job : jobs) pids.push_back(Start(job, old_mask));
  std::vector<Outcome> outcomes;
  for (const pid_t pid : pids) {
    if (pid < 0) {
      outcomes.push_back({Ended::kNotStarted, 0});
      continue;
    }
    const bool timed_out = patience && !EndsBefore(pid, begin + *patience, sigchld);
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
  sigprocmask(SIG_SETMASK, &old_mask, nullptr);
  return outcomes;
}
