// racelab-grader: what the launcher `racelab` executes.
#include <unistd.h>

#include <csignal>
#include <string>
#include <string_view>
#include <vector>

#include "grader/cli.h"

namespace {

void WriteAll(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(fd, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // the reader has gone (`racelab list | head`): nothing left to do
    text.remove_prefix(static_cast<size_t>(written));
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  racelab::Cli cli(
      racelab::DetectTerminal(STDOUT_FILENO), racelab::DetectTerminal(STDERR_FILENO),
      [](std::string_view text) { WriteAll(STDOUT_FILENO, text); },
      [](std::string_view text) { WriteAll(STDERR_FILENO, text); });
  return racelab::RunCommandLine(cli, std::vector<std::string>(argv + 1, argv + argc));
}
