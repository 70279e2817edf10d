// YOUR FILE: the only one that is graded.
//
// expect: data-race
// The other world: a plain sum that all threads write to.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <thread>
#include <vector>

#include "tally.h"

std::int64_t TallyInProcesses(int workers, const Work& work) {
  int ends[2];
  if (pipe(ends) != 0) return 0;
  for (int worker = 0; worker < workers; ++worker) {
    if (fork() == 0) {
      const std::int64_t found = work(worker);
      _exit(write(ends[1], &found, sizeof(found)) == sizeof(found) ? 0 : 1);
    }
  }
  std::int64_t tally = 0;
  for (int worker = 0; worker < workers; ++worker) {
    std::int64_t found = 0;
    if (read(ends[0], &found, sizeof(found)) == sizeof(found)) tally += found;
  }
  close(ends[0]);
  close(ends[1]);
  for (int worker = 0; worker < workers; ++worker) wait(nullptr);
  return tally;
}

std::int64_t TallyInThreads(int workers, const Work& work) {
  std::int64_t tally = 0;
  std::vector<std::thread> threads;
  for (int worker = 0; worker < workers; ++worker) {
    threads.emplace_back([&, worker] { tally += work(worker); });
  }
  for (std::thread& thread : threads) thread.join();
  return tally;
}
