// YOUR FILE: the only one that is graded.
//
// No pipe: each child writes into a nameless file in memory, which the parent reads when it ended.
#include <sys/mman.h>
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

// A file has room for everything, so here one may wait first and read afterwards.
bool EndedWell(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::string ReadReport(int fd) {
  std::string report(static_cast<size_t>(lseek(fd, 0, SEEK_END)), ' ');
  size_t done = 0;
  while (done < report.size()) {
    const ssize_t bytes =
        pread(fd, report.data() + done, report.size() - done, static_cast<off_t>(done));
    if (bytes > 0) done += static_cast<size_t>(bytes);
  }
  return report;
}

bool Start(int number, const std::function<std::string(int)>& job, std::vector<Child>& children) {
  const int fd = memfd_create("report", MFD_CLOEXEC);
  if (fd < 0) return false;
  const pid_t pid = fork();
  if (pid == 0) Report(fd, job(number));
  if (pid < 0) {
    close(fd);
    return false;
  }
  children.push_back({pid, fd});
  return true;
}

}  // namespace

std::optional<std::vector<std::string>> CollectReports(int jobs,
                                                       const std::function<std::string(int)>& job) {
  std::vector<Child> children;
  bool complete = true;
  for (int i = 0; i < jobs && complete; ++i) complete = Start(i, job, children);
  std::vector<std::string> reports;
  for (const Child& child : children) {
    complete &= EndedWell(child.pid);
    reports.push_back(ReadReport(child.fd));
    close(child.fd);
  }
  if (!complete) return std::nullopt;
  return reports;
}
