// YOUR FILE: the only one that is graded.
//
// One lock-free atomic in a shared page is a blackboard that both worlds can write to.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <new>
#include <thread>
#include <vector>

#include "tally.h"

std::int64_t TallyInProcesses(int workers, const Work& work) {
  using Board = std::atomic<std::int64_t>;
  static_assert(Board::is_always_lock_free, "a lock would be in one process only");
  void* const page =
      mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  Board* const board = new (page) Board(0);
  for (int worker = 0; worker < workers; ++worker) {
    if (fork() == 0) {
      board->fetch_add(work(worker));
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
