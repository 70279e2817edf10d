// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// MAP_PRIVATE is a page that is copied at the first write, like all other memory.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

#include "tally.h"

std::int64_t TallyInProcesses(int workers, const Work& work) {
  using Board = std::atomic<std::int64_t>;
  void* const page =
      mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  Board* const board = static_cast<Board*>(page);
  for (int worker = 0; worker < workers; ++worker) {
    if (fork() == 0) {
      *board += work(worker);
      _exit(0);
    }
  }
  for (int worker = 0; worker < workers; ++worker) wait(nullptr);
  const std::int64_t tally = *board;
  munmap(page, sizeof(Board));
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
