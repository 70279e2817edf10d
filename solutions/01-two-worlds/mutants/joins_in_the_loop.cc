// YOUR FILE: the only one that is graded.
//
// expect: not-parallel
// Each thread is joined before the next is started.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <thread>

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
  for (int worker = 0; worker < workers; ++worker) {
    std::thread thread([&] { tally += work(worker); });
    thread.join();
  }
  return tally;
}
