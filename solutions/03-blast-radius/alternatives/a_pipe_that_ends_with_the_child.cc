// YOUR FILE: the only one that is graded.
//
// Each child holds the only write end of a pipe; when the child is gone, so is the end, and the
// pipe can be read to its end. poll() waits for that with a time limit.
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

#include "jobs.h"

namespace {

using Clock = std::chrono::steady_clock;

struct Child {
  pid_t pid = -1;
  int pipe_end = -1;
};

Child Start(const Job& job) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return {};
  const Child child = {fork(), ends[0]};
  if (child.pid == 0) _exit(job());
  close(ends[1]);
  if (child.pid > 0) return child;
  close(ends[0]);
  return {};
}

// False when the child still ran at the deadline.
bool EndsBefore(int pipe_end, Clock::time_point deadline) {
  pollfd child = {pipe_end, POLLIN, 0};
  int ready = 0;
  do {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    ready = poll(&child, 1, static_cast<int>(std::max<std::int64_t>(0, left.count())));
  } while (ready < 0 && errno == EINTR);
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
  std::vector<Child> children;
  for (const Job& job : jobs) children.push_back(Start(job));
  std::vector<Outcome> outcomes;
  for (const auto [pid, pipe_end] : children) {
    if (pid < 0) {
      outcomes.push_back({Ended::kNotStarted, 0});
      continue;
    }
    const bool timed_out = patience && !EndsBefore(pipe_end, begin + *patience);
    close(pipe_end);
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
