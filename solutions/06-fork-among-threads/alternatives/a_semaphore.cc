// YOUR FILE: the only one that is graded.
//
// A semaphore has no owner: whoever holds it at the fork can give it back in both processes.
#include <sys/wait.h>
#include <unistd.h>

#include <semaphore>
#include <vector>

#include "workshop.h"

namespace {

class BusyWorkshop : public Workshop {
 public:
  explicit BusyWorkshop(Helper helper) : helper_(std::move(helper)) {}

  void Note(const std::function<std::string()>& make) override {
    pen_.acquire();
    lines_.push_back(make());
    pen_.release();
  }

  int Lines() const override {
    pen_.acquire();
    const int lines = static_cast<int>(lines_.size());
    pen_.release();
    return lines;
  }

  std::string AskHelper(const std::string& question) override {
    int ends[2];
    if (pipe(ends) != 0) return "";
    pen_.acquire();
    const pid_t pid = fork();
    pen_.release();  // In the parent, and in the child.
    if (pid == 0) {
      const std::string answer = helper_(question, *this);
      for (std::size_t sent = 0; sent < answer.size();) {
        sent += static_cast<std::size_t>(write(ends[1], &answer[sent], answer.size() - sent));
      }
      _exit(0);
    }
    close(ends[1]);
    std::string answer;
    char bytes[4096];
    for (ssize_t got; (got = read(ends[0], bytes, sizeof bytes)) > 0;) {
      answer.append(bytes, static_cast<std::size_t>(got));
    }
    close(ends[0]);
    waitpid(pid, nullptr, 0);
    return answer;
  }

 private:
  const Helper helper_;
  mutable std::binary_semaphore pen_{1};
  std::vector<std::string> lines_;  // Only touched with the pen.
};

}  // namespace

std::unique_ptr<Workshop> MakeWorkshop(Helper helper) {
  return std::make_unique<BusyWorkshop>(std::move(helper));
}
