// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// A handler ends the thread that crashed. No handler sees SIGKILL, a job may put back the default,
// and nothing undoes what a crash left half done.
#include <pthread.h>

#include <csignal>
#include <thread>

#include "jobs.h"

namespace {

thread_local Outcome* outcome_of_this_thread = nullptr;

void EndThread(int signal) {
  *outcome_of_this_thread = {Ended::kSignaled, signal};
  pthread_exit(nullptr);
}

}  // namespace

std::vector<Outcome> RunJobs(const std::vector<Job>& jobs,
                             std::optional<std::chrono::milliseconds> /*patience*/) {
  for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGBUS}) std::signal(signal, EndThread);
  std::vector<Outcome> outcomes(jobs.size());
  std::vector<std::thread> workers;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    workers.emplace_back([&, i] {
      outcome_of_this_thread = &outcomes[i];
      outcomes[i] = {Ended::kReturned, jobs[i]()};
    });
  }
  for (std::thread& worker : workers) worker.join();
  return outcomes;
}
