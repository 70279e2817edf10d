// YOUR FILE: the only one that is graded.
//
// The same few lines twice: with threads they count, with processes the tally stays at 0.
#include "tally.h"

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <thread>
#include <vector>

namespace {

std::atomic<std::int64_t> tally = 0;

}  // namespace

// TODO: bring home what each child found, and leave nothing of the children behind.
std::int64_t TallyInProcesses(int workers, const Work& work) {
  tally = 0;
  for (int worker = 0; worker < workers; ++worker) {
    if (fork() == 0) {
      tally += work(worker);
      _exit(0);
    }
  }
  for (int worker = 0; worker < workers; ++worker) wait(nullptr);
  return tally;
}

// This one is right: leave it as it is, or rewrite it.
std::int64_t TallyInThreads(int workers, const Work& work) {
  tally = 0;
  std::vector<std::thread> threads;
  for (int worker = 0; worker < workers; ++worker) {
    threads.emplace_back([&work, worker] { tally += work(worker); });
  }
  for (std::thread& thread : threads) thread.join();
  return tally;
}
