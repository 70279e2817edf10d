// YOUR FILE: the only one that is graded.
//
// Every text gets a process of its own, which costs more than the work that it is started for.
#include "pool.h"

#include <sys/wait.h>
#include <unistd.h>

#include <sstream>

namespace {

class BusyPool : public Pool {
 public:
  BusyPool(int /*workers*/, Work work) : work_(std::move(work)) {}

  // TODO: start the workers once, keep all of them busy, and lose nothing when one dies.
  std::vector<int> Run(const std::vector<std::string>& texts) override {
    std::vector<int> results;
    for (const std::string& text : texts) results.push_back(RunOne(text));
    return results;
  }

 private:
  int RunOne(const std::string& text) {
    int ends[2];
    if (pipe(ends) != 0) return kFailed;
    const pid_t pid = fork();
    if (pid == 0) {
      const int result = work_(text);
      _exit(write(ends[1], &result, sizeof result) == sizeof result ? 0 : 1);
    }
    close(ends[1]);
    int result = kFailed;
    if (read(ends[0], &result, sizeof result) != sizeof result) result = kFailed;
    close(ends[0]);
    waitpid(pid, nullptr, 0);
    return result;
  }

  const Work work_;
};

}  // namespace

std::unique_ptr<Pool> MakePool(int workers, Work work) {
  return std::make_unique<BusyPool>(workers, std::move(work));
}

int CountWords(const std::string& text) {
  std::istringstream words(text);
  int count = 0;
  for (std::string word; words >> word;) ++count;
  return count;
}
