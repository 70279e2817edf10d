// YOUR FILE: the only one that is graded.
//
// What a child finds is sent home through a pipe; a thread writes where everybody sees it.
#include "tally.h"

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <system_error>
#include <thread>
#include <vector>

std::int64_t TallyInProcesses(int workers, const Work& work) {
  int ends[2];  // Made before the children, so that they have it in common.
  if (pipe(ends) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  std::vector<pid_t> children;
  for (int worker = 0; worker < workers; ++worker) {
    const pid_t child = fork();
    if (child == 0) {
      const std::int64_t found = work(worker);
      // Eight bytes go into a pipe in one piece. _exit: buffers and destructors are the parent's.
      _exit(write(ends[1], &found, sizeof(found)) == sizeof(found) ? 0 : 1);
    }
    children.push_back(child);
  }
  // Without this the pipe would have a writer for ever, and its end would never come.
  close(ends[1]);
  std::int64_t tally = 0;
  std::int64_t found = 0;
  while (read(ends[0], &found, sizeof(found)) == sizeof(found)) tally += found;
  close(ends[0]);
  for (const pid_t child : children) waitpid(child, nullptr, 0);
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
