// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// An exit status has eight bits: 256 is 0, and nothing is below zero.
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

#include "tally.h"

std::int64_t TallyInProcesses(int workers, const Work& work) {
  for (int worker = 0; worker < workers; ++worker) {
    if (fork() == 0) _exit(static_cast<int>(work(worker)));
  }
  std::int64_t tally = 0;
  for (int worker = 0; worker < workers; ++worker) {
    int status = 0;
    wait(&status);
    tally += WEXITSTATUS(status);
  }
  return tally;
}

std::int64_t TallyInThreads(int workers, const Work& work) {
  std::atomic<std::int64_t> tally = 0;
  std::vector<std::thread> threads;
  for (int worker = 0; worker < workers; ++worker) {
    threads.emplace_back([&, worker] { tally += work(worker); });
  }
  for (std::thread& thread : threads) thread.join();
  return tally;
}
