#include "grader/cli_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace racelab {
namespace {

std::vector<char*> Pointers(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The environment of this process; an entry of `extra` wins over one of the same name.
std::vector<std::string> EnvironmentWith(const std::vector<std::string>& extra) {
  std::vector<std::string> environment = extra;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view name(*entry, std::strcspn(*entry, "=") + 1);
    bool replaced = false;
    for (const std::string& other : extra) replaced = replaced || other.starts_with(name);
    if (!replaced) environment.emplace_back(*entry);
  }
  return environment;
}

absl::Status NoProgram(std::string_view name) {
  return absl::NotFoundError(
      absl::StrCat("'", name, "' is not installed; `racelab doctor` says what is missing"));
}

// Starts the program with standard output and error on `output_fd`, input from /dev/null.
absl::StatusOr<pid_t> Start(const std::string& program, std::vector<std::string> argv,
                            std::vector<std::string> environment, int output_fd) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output_fd, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output_fd, STDERR_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  // This process ignores SIGPIPE; a program that it starts should not.
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  const absl::Cleanup cleanup = [&] {
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
  };
  pid_t pid = -1;
  const int error = posix_spawn(&pid, program.c_str(), &actions, &attributes, Pointers(argv).data(),
                                Pointers(environment).data());
  if (error == 0) return pid;
  return absl::UnavailableError(absl::StrCat("cannot start ", program, ": ", std::strerror(error)));
}

// Reads lines until the other end is closed.
std::string ReadLines(int fd, const std::function<void(std::string_view)>& on_line) {
  std::string output;
  size_t line_begin = 0;
  char bytes[4096];
  for (;;) {
    const ssize_t count = ::read(fd, bytes, sizeof bytes);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return output;
    output.append(bytes, static_cast<size_t>(count));
    for (size_t end; (end = output.find('\n', line_begin)) != std::string::npos;
         line_begin = end + 1) {
      if (on_line) on_line(std::string_view(output).substr(line_begin, end - line_begin));
    }
  }
}

}  // namespace

std::optional<std::filesystem::path> FindProgram(std::string_view name) {
  if (name.find('/') != std::string_view::npos) return std::filesystem::path(name);
  const char* path = std::getenv("PATH");
  for (std::string_view folder : absl::StrSplit(path == nullptr ? "" : path, ':')) {
    const std::filesystem::path program = std::filesystem::path(folder) / name;
    std::error_code error;
    if (std::filesystem::is_regular_file(program, error) && ::access(program.c_str(), X_OK) == 0) {
      return program;
    }
  }
  return std::nullopt;
}

absl::StatusOr<CapturedRun> Capture(const std::vector<std::string>& argv,
                                    const std::vector<std::string>& extra,
                                    const std::function<void(std::string_view)>& on_line) {
  const std::optional<std::filesystem::path> program = FindProgram(argv[0]);
  if (!program) return NoProgram(argv[0]);
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return absl::UnavailableError("no descriptors are left");
  const absl::StatusOr<pid_t> pid = Start(program->string(), argv, EnvironmentWith(extra), ends[1]);
  ::close(ends[1]);
  const absl::Cleanup close_reader = [&] { ::close(ends[0]); };
  if (!pid.ok()) return pid.status();
  CapturedRun run;
  run.output = ReadLines(ends[0], on_line);
  int status = 0;
  while (::waitpid(*pid, &status, 0) < 0 && errno == EINTR) continue;
  run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return run;
}

absl::Status Become(const std::vector<std::string>& argv, const std::vector<std::string>& extra) {
  const std::optional<std::filesystem::path> program = FindProgram(argv[0]);
  if (!program) return NoProgram(argv[0]);
  std::vector<std::string> arguments = argv;
  std::vector<std::string> environment = EnvironmentWith(extra);
  std::signal(SIGPIPE, SIG_DFL);
  ::execve(program->c_str(), Pointers(arguments).data(), Pointers(environment).data());
  return absl::UnavailableError(
      absl::StrCat("cannot start ", program->string(), ": ", std::strerror(errno)));
}

}  // namespace racelab
