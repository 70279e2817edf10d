// Calls that leave what is modelled: the execution ends as `unsupported`, naming the call.
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>

#include "interpose.h"
#include "panic.h"
#include "virtual_time.h"

namespace racelab::explorer {
namespace {

[[noreturn]] void Refuse(const char* call, const char* why, std::uintptr_t pc) {
  g_active = false;
  g_run.Unsupported(std::string(call) + ": " + why, pc);
}

bool WouldBlock(int descriptor, short events) {
  pollfd one = {descriptor, events, 0};
  return RACELAB_REAL(poll)(&one, 1, 0) == 0;
}

constexpr char kProcess[] = "other processes are not modelled";
constexpr char kSignal[] = "signals are not modelled";
constexpr char kBlocks[] = "it would block, and only waiting on threads is modelled";

}  // namespace
}  // namespace racelab::explorer

using namespace racelab::explorer;

#define REFUSE(result, name, parameters, why, ...) \
  RACELAB_INTERPOSE result name parameters {       \
    RACELAB_PASS_THROUGH(name, ##__VA_ARGS__);     \
    Refuse(#name, why, RACELAB_CALLER_PC());       \
  }

REFUSE(pid_t, fork, (), kProcess)
REFUSE(pid_t, vfork, (), kProcess)
REFUSE(int, execve, (const char* file, char* const a[], char* const e[]), kProcess, file, a, e)
REFUSE(int, execv, (const char* file, char* const a[]), kProcess, file, a)
REFUSE(int, execvp, (const char* file, char* const a[]), kProcess, file, a)
REFUSE(int, system, (const char* command), kProcess, command)
REFUSE(FILE*, popen, (const char* command, const char* mode), kProcess, command, mode)
REFUSE(pid_t, wait, (int* status), kProcess, status)
REFUSE(pid_t, waitpid, (pid_t pid, int* status, int options), kProcess, pid, status, options)
REFUSE(int, posix_spawn,
       (pid_t * pid, const char* path, const posix_spawn_file_actions_t* actions,
        const posix_spawnattr_t* attributes, char* const a[], char* const e[]),
       kProcess, pid, path, actions, attributes, a, e)
REFUSE(int, posix_spawnp,
       (pid_t * pid, const char* path, const posix_spawn_file_actions_t* actions,
        const posix_spawnattr_t* attributes, char* const a[], char* const e[]),
       kProcess, pid, path, actions, attributes, a, e)
REFUSE(int, pthread_cancel, (pthread_t thread), "cancellation is not modelled", thread)
REFUSE(int, pthread_kill, (pthread_t thread, int signal), kSignal, thread, signal)
REFUSE(int, kill, (pid_t pid, int signal), kSignal, pid, signal)
REFUSE(int, pause, (), kSignal)
REFUSE(int, sigwait, (const sigset_t* set, int* signal), kSignal, set, signal)
REFUSE(int, sigsuspend, (const sigset_t* set), kSignal, set)
REFUSE(unsigned, alarm, (unsigned s), kSignal, s)
REFUSE(int, accept, (int fd, sockaddr* address, socklen_t* bytes), kBlocks, fd, address, bytes)

extern "C" int execl(const char*, const char*, ...);
RACELAB_INTERPOSE int execl(const char* file, const char*, ...) {
  if (g_active) Refuse("execl", kProcess, RACELAB_CALLER_PC());
  Panic("execl outside an execution is not passed on");
  static_cast<void>(file);
}
RACELAB_INTERPOSE int execlp(const char* file, const char*, ...) {
  if (g_active) Refuse("execlp", kProcess, RACELAB_CALLER_PC());
  Panic("execlp outside an execution is not passed on");
  static_cast<void>(file);
}

RACELAB_INTERPOSE int raise(int signal) {
  RACELAB_PASS_THROUGH(raise, signal);
  if (signal == SIGABRT) g_run.Fail("crash", "raise(SIGABRT)", 0, RACELAB_CALLER_PC());
  Refuse("raise", kSignal, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int sigaction(int signal, const struct sigaction* action,
                                struct sigaction* before) {
  if (!g_active || action == nullptr) return RACELAB_REAL(sigaction)(signal, action, before);
  Refuse("sigaction", kSignal, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE sighandler_t signal(int number, sighandler_t handler) {
  RACELAB_PASS_THROUGH(signal, number, handler);
  Refuse("signal", kSignal, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE ssize_t read(int fd, void* buffer, size_t bytes) {
  if (g_active && WouldBlock(fd, POLLIN)) Refuse("read", kBlocks, RACELAB_CALLER_PC());
  return RACELAB_REAL(read)(fd, buffer, bytes);
}

RACELAB_INTERPOSE ssize_t write(int fd, const void* buffer, size_t bytes) {
  if (g_active && WouldBlock(fd, POLLOUT)) Refuse("write", kBlocks, RACELAB_CALLER_PC());
  return RACELAB_REAL(write)(fd, buffer, bytes);
}

RACELAB_INTERPOSE ssize_t recv(int fd, void* buffer, size_t bytes, int flags) {
  if (g_active && WouldBlock(fd, POLLIN)) Refuse("recv", kBlocks, RACELAB_CALLER_PC());
  return RACELAB_REAL(recv)(fd, buffer, bytes, flags);
}

RACELAB_INTERPOSE int poll(pollfd* descriptors, nfds_t count, int timeout_ms) {
  if (!g_active) return RACELAB_REAL(poll)(descriptors, count, timeout_ms);
  const int ready = RACELAB_REAL(poll)(descriptors, count, 0);
  if (ready != 0 || timeout_ms == 0) return ready;
  if (timeout_ms < 0 || count > 0) Refuse("poll", kBlocks, RACELAB_CALLER_PC());
  const timespec duration = {timeout_ms / 1000, timeout_ms % 1000 * 1'000'000};
  nanosleep(&duration, nullptr);
  return 0;
}

RACELAB_INTERPOSE int select(int count, fd_set* reads, fd_set* writes, fd_set* others,
                             timeval* timeout) {
  RACELAB_PASS_THROUGH(select, count, reads, writes, others, timeout);
  if (count > 0 || timeout == nullptr) Refuse("select", kBlocks, RACELAB_CALLER_PC());
  const timespec duration = {timeout->tv_sec, timeout->tv_usec * 1000};
  nanosleep(&duration, nullptr);
  return 0;
}
