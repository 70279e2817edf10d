// YOUR FILE: the only one that is graded.
//
// A page that parent and children share, with a place for each child; for the threads an array does
// the same.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <numeric>
#include <thread>
#include <vector>

#include "tally.h"

std::int64_t TallyInProcesses(int workers, const Work& work) {
  if (workers == 0) return 0;
  const std::size_t size = workers * sizeof(std::int64_t);
  void* const page = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  auto* const found = static_cast<std::int64_t*>(page);
  for (int worker = 0; worker < workers; ++worker) {
    if (fork() == 0) {
      found[worker] = work(worker);
      _exit(0);
    }
  }
  // Only after a child's end is its place complete.
  for (int worker = 0; worker < workers; ++worker) wait(nullptr);
  const std::int64_t tally = std::accumulate(found, found + workers, std::int64_t{0});
  munmap(page, size);
  return tally;
}

std::int64_t TallyInThreads(int workers, const Work& work) {
  std::vector<std::int64_t> found(workers);
  {
    std::vector<std::jthread> threads;
    for (int worker = 0; worker < workers; ++worker) {
      threads.emplace_back([&, worker] { found[worker] = work(worker); });
    }
  }
  return std::accumulate(found.begin(), found.end(), std::int64_t{0});
}
