// Starting, ending and waiting for processes.
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <string>

#include "process.h"

namespace racelab::faults {
namespace {

// Whether `pid` ends when it gets `signal`: it has neither a handler for it nor ignores it.
bool IsDeadly(pid_t pid, int signal) {
  if (signal == SIGKILL) return true;
  if (signal == 0 || signal == SIGCHLD || signal == SIGCONT || signal == SIGURG ||
      signal == SIGWINCH || signal == SIGSTOP || signal == SIGTSTP) {
    return false;
  }
  const std::string path = "/proc/" + std::to_string(pid) + "/status";
  FILE* const file = std::fopen(path.c_str(), "re");
  if (file == nullptr) return false;
  char line[200];
  unsigned long long spared = 0;
  while (std::fgets(line, sizeof(line), file) != nullptr) {
    unsigned long long mask = 0;
    if (std::sscanf(line, "SigBlk: %llx", &mask) == 1 ||
        std::sscanf(line, "SigIgn: %llx", &mask) == 1 ||
        std::sscanf(line, "SigCgt: %llx", &mask) == 1) {
      spared |= mask;
    }
  }
  std::fclose(file);
  return (spared >> (signal - 1) & 1) == 0;
}

// A signal arrives a moment after kill() has returned; the moment must be the same every time.
void AwaitDeath(pid_t pid) {
  const int fd = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
  if (fd < 0) return;
  pollfd ended = {fd, POLLIN, 0};
  while (poll(&ended, 1, -1) < 0 && errno == EINTR) {
  }
  close(fd);
}

}  // namespace
}  // namespace racelab::faults

using namespace racelab::faults;

#define WRAP extern "C" __attribute__((visibility("default"), used))

WRAP pid_t __wrap_fork() { return InScenario() ? Fork(RACELAB_PC()) : fork(); }
WRAP pid_t __wrap_vfork() { return InScenario() ? Fork(RACELAB_PC()) : fork(); }

WRAP pid_t __wrap_waitpid(pid_t pid, int* status, int options) {
  if (!InSerial()) return waitpid(pid, status, options);
  return WaitPid(pid, status, options, RACELAB_PC());
}
WRAP pid_t __wrap_wait(int* status) {
  if (!InSerial()) return wait(status);
  return WaitPid(-1, status, 0, RACELAB_PC(), "wait");
}
WRAP pid_t __wrap_wait4(pid_t pid, int* status, int options, rusage* usage) {
  if (!InSerial() || usage != nullptr) return wait4(pid, status, options, usage);
  return WaitPid(pid, status, options, RACELAB_PC(), "wait4");
}
WRAP int __wrap_waitid(idtype_t type, id_t id, siginfo_t* info, int options) {
  if (!InSerial()) return waitid(type, id, info, options);
  siginfo_t own;
  siginfo_t& found = info != nullptr ? *info : own;
  const bool interruptible = (options & WNOHANG) == 0 && HandledSignal(true) != 0;
  const Visit visit = Arrive("waitid", RACELAB_PC(), interruptible ? kInterrupt : 0);
  if (visit.action == kInterrupt) {
    raise(HandledSignal(true));
    errno = EINTR;
    return static_cast<int>(Leave(visit, -1));
  }
  int result = 0;
  WaitUntil({.name = "waitid"}, visit, [&] {
    std::memset(&found, 0, sizeof(found));
    result = waitid(type, id, &found, options | WNOHANG);
    return result != 0 || found.si_pid != 0 || (options & WNOHANG) != 0;
  });
  return static_cast<int>(Leave(visit, result));
}

WRAP int __wrap_kill(pid_t pid, int signal) {
  const Visit visit = Arrive("kill", RACELAB_PC());
  const bool deadly = InSerial() && pid > 0 && pid != getpid() && IsDeadly(pid, signal);
  const int result = kill(pid, signal);
  const int error = errno;
  if (deadly && result == 0) AwaitDeath(pid);
  errno = error;
  return static_cast<int>(Leave(visit, result));
}

WRAP void __wrap__exit(int status) {
  Arrive("_exit", RACELAB_PC());
  _exit(status);
}
WRAP void __wrap__Exit(int status) {
  Arrive("_Exit", RACELAB_PC());
  _Exit(status);
}
WRAP void __wrap_exit(int status) {
  Arrive("exit", RACELAB_PC());
  exit(status);
}
