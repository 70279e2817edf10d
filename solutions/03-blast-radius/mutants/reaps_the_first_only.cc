// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// One wait() for all jobs: the others stay zombies, and nothing is known of them.
#include <sys/wait.h>
#include <unistd.h>

#include "jobs.h"

std::vector<Outcome> RunJobs(const std::vector<Job>& jobs,
                             std::optional<std::chrono::milliseconds> /*patience*/) {
  for (const Job& job : jobs) {
    if (fork() == 0) _exit(job());
  }
  int status = 0;
  wait(&status);
  std::vector<Outcome> outcomes(jobs.size(), {Ended::kReturned, 0});
  if (!outcomes.empty()) outcomes[0].code = WEXITSTATUS(status);
  return outcomes;
}
