// YOUR FILE: the only one that is graded.
//
// A night shift of jobs, one thread each. When one of them crashes, nobody writes the report.
#include "jobs.h"

#include <thread>

// TODO: whatever a job does, the others go on, and the report says how each one ended.
std::vector<Outcome> RunJobs(const std::vector<Job>& jobs,
                             std::optional<std::chrono::milliseconds> /*patience*/) {
  std::vector<Outcome> outcomes(jobs.size());
  std::vector<std::thread> workers;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    workers.emplace_back([&, i] { outcomes[i] = {Ended::kReturned, jobs[i]()}; });
  }
  for (std::thread& worker : workers) worker.join();
  return outcomes;
}
