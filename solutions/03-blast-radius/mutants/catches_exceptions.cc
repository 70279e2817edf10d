// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// A signal is no exception: try and catch around a job in a thread see nothing of it.
#include <thread>

#include "jobs.h"

std::vector<Outcome> RunJobs(const std::vector<Job>& jobs,
                             std::optional<std::chrono::milliseconds> /*patience*/) {
  std::vector<Outcome> outcomes(jobs.size());
  std::vector<std::thread> workers;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    workers.emplace_back([&, i] {
      try {
        outcomes[i] = {Ended::kReturned, jobs[i]()};
      } catch (...) {
        outcomes[i] = {Ended::kSignaled, 0};
      }
    });
  }
  for (std::thread& worker : workers) worker.join();
  return outcomes;
}
