// YOUR FILE: the only one that is graded.
//
// Reads from whichever child has something to say, so that no child waits for another.
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "collect.h"

namespace {

struct Child {
  pid_t pid;
  int fd;
};

[[noreturn]] void Report(int fd, const std::string& report) {
  size_t done = 0;
  while (done < report.size()) {
    const ssize_t bytes = write(fd, report.data() + done, report.size() - done);
    if (bytes < 0 && errno != EINTR) _exit(1);
    if (bytes > 0) done += static_cast<size_t>(bytes);
  }
  _exit(0);
}

// One piece. False at the end of the pipe.
bool ReadPiece(int fd, std::string& report) {
  char buffer[4096];
  const ssize_t bytes = read(fd, buffer, sizeof(buffer));
  if (bytes > 0) report.append(buffer, static_cast<size_t>(bytes));
  return bytes > 0 || (bytes < 0 && errno == EINTR);
}

void ReadAll(const std::vector<Child>& children, std::vector<std::string>& reports) {
  std::vector<pollfd> fds;
  for (const Child& child : children) fds.push_back({child.fd, POLLIN, 0});
  size_t open = fds.size();
  while (open > 0) {
    if (poll(fds.data(), fds.size(), -1) < 0) continue;  // EINTR
    for (size_t i = 0; i < fds.size(); ++i) {
      if (fds[i].fd < 0 || fds[i].revents == 0 || ReadPiece(fds[i].fd, reports[i])) continue;
      close(fds[i].fd);
      fds[i].fd = -1;  // poll() passes over it.
      --open;
    }
  }
}

bool EndedWell(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool Start(int number, const std::function<std::string(int)>& job, std::vector<Child>& children) {
  int ends[2];
  if (pipe(ends) != 0) return false;
  const pid_t pid = fork();
  if (pid == 0) {
    close(ends[0]);
    Report(ends[1], job(number));
  }
  close(ends[1]);
  if (pid < 0) {
    close(ends[0]);
    return false;
  }
  children.push_back({pid, ends[0]});
  return true;
}

}  // namespace

std::optional<std::vector<std::string>> CollectReports(int jobs,
                                                       const std::function<std::string(int)>& job) {
  std::vector<Child> children;
  bool complete = true;
  for (int i = 0; i < jobs && complete; ++i) complete = Start(i, job, children);
  std::vector<std::string> reports(children.size());
  ReadAll(children, reports);
  for (const Child& child : children) complete &= EndedWell(child.pid);
  if (!complete) return std::nullopt;
  return reports;
}
