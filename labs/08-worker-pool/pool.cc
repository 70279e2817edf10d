// YOUR FILE: the only one that is graded.
//
// Every text gets a worker of its own, which costs more than the work that it is started for.
#include "pool.h"

#include <sys/wait.h>
#include <unistd.h>

#include <thread>

namespace {
// TODO: in both pools, start the workers once, keep all of them busy, and lose nothing.
class ProcessPool : public Pool {
 public:
  ProcessPool(int /*workers*/, Work work) : work_(std::move(work)) {}

  std::vector<int> Run(const std::vector<std::string>& texts) override {
    std::vector<int> results;
    for (const std::string& text : texts) {
      results.push_back(kFailed);
      int ends[2];
      if (pipe(ends) != 0) continue;
      const pid_t pid = fork();
      if (pid == 0) {
        const int result = work_(text);
        _exit(write(ends[1], &result, sizeof result) == sizeof result ? 0 : 1);
      }
      close(ends[1]);
      if (read(ends[0], &results.back(), sizeof(int)) != sizeof(int)) results.back() = kFailed;
      close(ends[0]);
      waitpid(pid, nullptr, 0);
    }
    return results;
  }

 private:
  const Work work_;
};

class ThreadPool : public Pool {
 public:
  ThreadPool(int /*workers*/, Work work) : work_(std::move(work)) {}

  std::vector<int> Run(const std::vector<std::string>& texts) override {
    std::vector<int> results(texts.size());
    std::vector<std::thread> threads;
    for (size_t i = 0; i < texts.size(); ++i) {
      threads.emplace_back([&, i] { results[i] = work_(texts[i]); });
    }
    for (std::thread& thread : threads) thread.join();
    return results;
  }

 private:
  const Work work_;
};
}  // namespace

std::unique_ptr<Pool> MakeProcessPool(int n, Work w) { return std::make_unique<ProcessPool>(n, w); }
std::unique_ptr<Pool> MakeThreadPool(int n, Work w) { return std::make_unique<ThreadPool>(n, w); }
