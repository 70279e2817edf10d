// YOUR FILE: the only one that is graded.
//
// expect: deadlock
// pthread_atfork with two of its three handlers: the child starts with the lock held, by itself.
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#include <mutex>
#include <vector>

#include "workshop.h"

namespace {

std::mutex diary_mutex;  // Of all workshops.

void Lock() { diary_mutex.lock(); }
void Unlock() { diary_mutex.unlock(); }

class BusyWorkshop : public Workshop {
 public:
  explicit BusyWorkshop(Helper helper) : helper_(std::move(helper)) {
    static const int registered = pthread_atfork(Lock, Unlock, nullptr);
    (void)registered;
  }

  void Note(const std::function<std::string()>& make) override {
    const std::lock_guard lock(diary_mutex);
    lines_.push_back(make());
  }

  int Lines() const override {
    const std::lock_guard lock(diary_mutex);
    return static_cast<int>(lines_.size());
  }

  std::string AskHelper(const std::string& question) override {
    int ends[2];
    if (pipe(ends) != 0) return "";
    const pid_t pid = fork();
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
  std::vector<std::string> lines_;  // Guarded by diary_mutex.
};

}  // namespace

std::unique_ptr<Workshop> MakeWorkshop(Helper helper) {
  return std::make_unique<BusyWorkshop>(std::move(helper));
}
