// YOUR FILE: the only one that is graded.
//
// expect: hang
// SIGTERM asks a job to end. One that hangs need not listen: the wait for its end is for ever.
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

#include "jobs.h"

namespace {

using Clock = std::chrono::steady_clock;

pid_t Start(const Job& job) {
  const pid_t pid = fork();
  if (pid == 0) _exit(job());  // Not exit(): the caller's exit handlers are not ours to run.
  return pid;
}

// False when the child still ran at the deadline.
bool EndsBefore(pid_t pid, Clock::time_point deadline) {
  pollfd child = {static_cast<int>(syscall(SYS_pidfd_open, pid, 0)), POLLIN, 0};
  int ready = 0;
  do {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    ready = poll(&child, 1, static_cast<int>(std::max<std::int64_t>(0, left.count())));
  } while (ready < 0 && errno == EINTR);
  close(child.fd);
  return ready > 0;
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
    if (timed_out) kill(pid, SIGTERM);
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
