// YOUR FILE: the only one that is graded.
//
// Every child reports through a pipe of its own. The first report comes; then all wait for ever.
#include "collect.h"

#include <sys/wait.h>
#include <unistd.h>

namespace {

[[noreturn]] void Report(int fd, const std::string& report) {
  write(fd, report.data(), report.size());
  _exit(0);
}

// Everything up to the end of the pipe.
std::string ReadReport(int fd) {
  std::string report;
  char buffer[4096];
  while (true) {
    const ssize_t bytes = read(fd, buffer, sizeof(buffer));
    if (bytes <= 0) return report;
    report.append(buffer, static_cast<size_t>(bytes));
  }
}

}  // namespace

// TODO: find out who still holds what, and what each system call may do besides what was hoped for.
std::optional<std::vector<std::string>> CollectReports(int jobs,
                                                       const std::function<std::string(int)>& job) {
  std::vector<int> read_ends;
  for (int i = 0; i < jobs; ++i) {
    int ends[2];
    if (pipe(ends) != 0) return std::nullopt;
    if (fork() == 0) Report(ends[1], job(i));
    read_ends.push_back(ends[0]);
  }
  std::vector<std::string> reports;
  for (const int fd : read_ends) reports.push_back(ReadReport(fd));
  for (int i = 0; i < jobs; ++i) wait(nullptr);
  return reports;
}
