// YOUR FILE: the only one that is graded.
//
// expect: hang
// One read() gives what is there, not all that will come; the child waits for ever for room in the
// pipe, whose read end it holds itself.
#include <sys/wait.h>
#include <unistd.h>

#include <mutex>
#include <vector>

#include "workshop.h"

namespace {

class BusyWorkshop : public Workshop {
 public:
  explicit BusyWorkshop(Helper helper) : helper_(std::move(helper)) {}

  void Note(const std::function<std::string()>& make) override {
    const std::lock_guard lock(mutex_);
    lines_.push_back(make());
  }

  int Lines() const override {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(lines_.size());
  }

  std::string AskHelper(const std::string& question) override {
    int ends[2];
    if (pipe(ends) != 0) return "";
    // Whoever owns the lock at the fork owns it in both processes, and no line is half written.
    std::unique_lock lock(mutex_);
    const pid_t pid = fork();
    lock.unlock();  // In the parent, and in the child.
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
    const ssize_t got = read(ends[0], bytes, sizeof bytes);
    if (got > 0) answer.append(bytes, static_cast<std::size_t>(got));
    close(ends[0]);
    waitpid(pid, nullptr, 0);
    return answer;
  }

 private:
  const Helper helper_;
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Workshop> MakeWorkshop(Helper helper) {
  return std::make_unique<BusyWorkshop>(std::move(helper));
}
