// YOUR FILE: the only one that is graded.
//
// A server process is forked while there are no threads. It forks a helper for every question.
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <mutex>
#include <vector>

#include "workshop.h"

namespace {

void SendAll(int fd, const void* bytes, std::size_t size) {
  for (const char* at = static_cast<const char*>(bytes); size > 0;) {
    const ssize_t sent = write(fd, at, size);
    if (sent <= 0) _exit(1);
    at += sent;
    size -= static_cast<std::size_t>(sent);
  }
}

// False at the end.
bool ReceiveAll(int fd, void* bytes, std::size_t size) {
  for (char* at = static_cast<char*>(bytes); size > 0;) {
    const ssize_t got = read(fd, at, size);
    if (got <= 0) return false;
    at += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

void SendText(int fd, const std::string& text) {
  const std::int64_t size = static_cast<std::int64_t>(text.size());
  SendAll(fd, &size, sizeof size);
  SendAll(fd, text.data(), text.size());
}

// False when the sender wants no more, or is gone.
bool ReceiveText(int fd, std::string& text) {
  std::int64_t size = 0;
  if (!ReceiveAll(fd, &size, sizeof size) || size < 0) return false;
  text.resize(static_cast<std::size_t>(size));
  return ReceiveAll(fd, text.data(), text.size());
}

class BusyWorkshop : public Workshop {
 public:
  explicit BusyWorkshop(Helper helper) : helper_(std::move(helper)) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return;
    server_ = fork();
    if (server_ == 0) {
      close(ends[0]);
      Serve(ends[1]);
      _exit(0);
    }
    close(ends[1]);
    line_ = ends[0];
  }

  // Said, not only hung up: a later workshop's server may have a copy of our end.
  ~BusyWorkshop() override {
    const std::int64_t no_more = -1;
    SendAll(line_, &no_more, sizeof no_more);
    close(line_);
    waitpid(server_, nullptr, 0);
  }

  void Note(const std::function<std::string()>& make) override {
    const std::lock_guard lock(mutex_);
    lines_.push_back(make());
  }

  int Lines() const override {
    const std::lock_guard lock(mutex_);
    return static_cast<int>(lines_.size());
  }

  std::string AskHelper(const std::string& question) override {
    std::string answer;
    SendText(line_, question);
    ReceiveText(line_, answer);
    return answer;
  }

 private:
  // The server has one thread, so its helpers inherit no lock that anybody holds.
  void Serve(int line) {
    for (std::string question; ReceiveText(line, question);) {
      const pid_t pid = fork();
      if (pid == 0) {
        SendText(line, helper_(question, *this));
        _exit(0);
      }
      waitpid(pid, nullptr, 0);
    }
  }

  const Helper helper_;
  pid_t server_ = -1;
  int line_ = -1;
  mutable std::mutex mutex_;
  std::vector<std::string> lines_;  // Guarded by mutex_.
};

}  // namespace

std::unique_ptr<Workshop> MakeWorkshop(Helper helper) {
  return std::make_unique<BusyWorkshop>(std::move(helper));
}
