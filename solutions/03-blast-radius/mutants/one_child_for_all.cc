// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// One process for all jobs: the first that dies takes the others along.
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "jobs.h"

std::vector<Outcome> RunJobs(const std::vector<Job>& jobs,
                             std::optional<std::chrono::milliseconds> /*patience*/) {
  std::vector<Outcome> outcomes(jobs.size());
  if (jobs.empty()) return outcomes;
  const pid_t pid = fork();
  if (pid == 0) {
    int last = 0;
    for (const Job& job : jobs) last = job();
    _exit(last);
  }
  if (pid < 0) return outcomes;
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  for (Outcome& outcome : outcomes) {
    outcome = WIFSIGNALED(status) ? Outcome{Ended::kSignaled, WTERMSIG(status)}
                                  : Outcome{Ended::kReturned, WEXITSTATUS(status)};
  }
  return outcomes;
}
