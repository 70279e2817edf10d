// YOUR FILE: the only one that is graded.
//
// expect: wrong-value
// Stops at the first read() that did not fill the buffer: more may come all the same.
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

bool ReadReport(int fd, std::string& report) {
  char buffer[4096];
  while (true) {
    const ssize_t bytes = read(fd, buffer, sizeof(buffer));
    if (bytes == 0) return true;
    if (bytes < 0 && errno != EINTR) return false;
    if (bytes > 0) report.append(buffer, static_cast<size_t>(bytes));
    if (bytes > 0 && bytes < static_cast<ssize_t>(sizeof(buffer))) return true;
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
  for (size_t i = 0; i < children.size(); ++i) {
    complete &= ReadReport(children[i].fd, reports[i]);
    close(children[i].fd);
  }
  for (const Child& child : children) complete &= EndedWell(child.pid);
  if (!complete) return std::nullopt;
  return reports;
}
