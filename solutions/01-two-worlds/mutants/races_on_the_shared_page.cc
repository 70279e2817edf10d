// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Children read the shared sum, work, and write it: what others added meanwhile is lost. No tool
// sees it.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

#include "tally.h"

std::int64_t TallyInProcesses(int workers, const Work& work) {
  void* const page = mmap(nullptr, sizeof(std::int64_t), PROT_READ | PROT_WRITE,
                          MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto* const sum = static_cast<std::int64_t*>(page);
  for (int worker = 0; worker < workers; ++worker) {
    if (fork() == 0) {
      const std::int64_t before = *sum;
      *sum = before + work(worker);
      _exit(0);
    }
  }
  for (int worker = 0; worker < workers; ++worker) wait(nullptr);
  const std::int64_t tally = *sum;
  munmap(page, sizeof(std::int64_t));
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
