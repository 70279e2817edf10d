// YOUR FILE: the only one that is graded.
//
// A file that exists in memory only: each child writes at a place of its own; the threads use a
// mutex.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <mutex>
#include <thread>
#include <vector>

#include "tally.h"

std::int64_t TallyInProcesses(int workers, const Work& work) {
  const int file = memfd_create("tally", 0);
  for (int worker = 0; worker < workers; ++worker) {
    if (fork() == 0) {
      const std::int64_t found = work(worker);
      const off_t place = worker * static_cast<off_t>(sizeof(found));
      _exit(pwrite(file, &found, sizeof(found), place) == sizeof(found) ? 0 : 1);
    }
  }
  for (int worker = 0; worker < workers; ++worker) wait(nullptr);
  std::int64_t tally = 0;
  std::int64_t found = 0;
  lseek(file, 0, SEEK_SET);
  while (read(file, &found, sizeof(found)) == sizeof(found)) tally += found;
  close(file);
  return tally;
}

std::int64_t TallyInThreads(int workers, const Work& work) {
  std::mutex mutex;
  std::int64_t tally = 0;  // Guarded by mutex.
  std::vector<std::thread> threads;
  for (int worker = 0; worker < workers; ++worker) {
    threads.emplace_back([&, worker] {
      const std::int64_t found = work(worker);
      const std::lock_guard lock(mutex);
      tally += found;
    });
  }
  for (std::thread& thread : threads) thread.join();
  return tally;
}
