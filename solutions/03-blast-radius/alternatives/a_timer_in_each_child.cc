// YOUR FILE: the only one that is graded.
//
// The kernel keeps the time: each child sets a timer that kills it.
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "jobs.h"

namespace {

using Patience = std::optional<std::chrono::milliseconds>;

pid_t Start(const Job& job, Patience patience) {
  const pid_t pid = fork();
  if (pid != 0) return pid;
  if (patience) {
    std::signal(SIGALRM, SIG_DFL);  // It kills.
    const itimerval once = {{0, 0}, {patience->count() / 1000, patience->count() % 1000 * 1000}};
    setitimer(ITIMER_REAL, &once, nullptr);
  }
  _exit(job());
}

// A signal with a handler may end the wait before the child ends: then wait again.
int StatusOf(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

}  // namespace

std::vector<Outcome> RunJobs(const std::vector<Job>& jobs, Patience patience) {
  std::vector<pid_t> pids;
  for (const Job& job : jobs) pids.push_back(Start(job, patience));
  std::vector<Outcome> outcomes;
  for (const pid_t pid : pids) {
    if (pid < 0) {
      outcomes.push_back({Ended::kNotStarted, 0});
      continue;
    }
    const int status = StatusOf(pid);
    if (patience && WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) {
      outcomes.push_back({Ended::kTimedOut, 0});
    } else if (WIFSIGNALED(status)) {
      outcomes.push_back({Ended::kSignaled, WTERMSIG(status)});
    } else {
      outcomes.push_back({Ended::kReturned, WEXITSTATUS(status)});
    }
  }
  return outcomes;
}
