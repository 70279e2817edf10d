#include "grader/spawn.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <set>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "grader/process_tree.h"

namespace racelab {
namespace {

// The keepers alive now: every other child of this process is a stray.
struct Keepers {
  absl::Mutex mutex;
  std::set<pid_t> alive ABSL_GUARDED_BY(mutex);
};

Keepers& TheKeepers() {
  static Keepers* const keepers = new Keepers;
  return *keepers;
}

// Everything the two forked processes need, made before the fork: between fork and exec of a
// program with threads only async-signal-safe calls are allowed, so nothing allocates there.
struct Prepared {
  std::vector<char*> argv;
  std::vector<char*> environment;
  const char* directory;
  Limits limits;
  int null_fd, output_fd, channel_fd, events_fd;
};

void Send(int fd, KeeperEvent::Type type, pid_t pid, int value, const char* name = "") {
  KeeperEvent event;
  event.type = type;
  event.pid = pid;
  event.value = value;
  std::strncpy(event.name, name, sizeof(event.name) - 1);
  // A record is far below PIPE_BUF, so it is written whole or not at all.
  while (write(fd, &event, sizeof(event)) < 0 && errno == EINTR) {
  }
}

void SetLimit(int resource, std::int64_t value) {
  struct rlimit limit = {};
  getrlimit(static_cast<__rlimit_resource>(resource), &limit);
  const rlim_t wanted = static_cast<rlim_t>(value);
  limit.rlim_max = limit.rlim_max < wanted ? limit.rlim_max : wanted;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

void ResetSignals() {
  for (int signal = 1; signal < NSIG; ++signal) {
    if (signal != SIGKILL && signal != SIGSTOP) ::signal(signal, SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

// Places the descriptors at 0, 1, 2 and kChannelFd and marks all others to be closed by exec. They
// are first moved out of the way, so that none is overwritten before it is copied.
bool ArrangeDescriptors(Prepared& prepared) {
  constexpr int kOutOfTheWay = 10;
  for (int* fd :
       {&prepared.null_fd, &prepared.output_fd, &prepared.channel_fd, &prepared.events_fd}) {
    if (*fd >= 0) *fd = fcntl(*fd, F_DUPFD_CLOEXEC, kOutOfTheWay);
  }
  if (dup2(prepared.null_fd, 0) < 0 || dup2(prepared.output_fd, 1) < 0 ||
      dup2(prepared.output_fd, 2) < 0) {
    return false;
  }
  int first_closed = kChannelFd;
  if (prepared.channel_fd >= 0) {
    if (dup2(prepared.channel_fd, kChannelFd) < 0) return false;
    first_closed = kChannelFd + 1;
  }
  if (syscall(SYS_close_range, first_closed, ~0U, CLOSE_RANGE_CLOEXEC) == 0) return true;
  // A container's filter may not know the call. Ours are all close-on-exec; others are low numbers.
  for (int fd = first_closed; fd < 4096; ++fd) fcntl(fd, F_SETFD, FD_CLOEXEC);
  return true;
}

[[noreturn]] void BecomeChild(Prepared prepared) {
  setsid();
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  ResetSignals();
  SetLimit(RLIMIT_CORE, 0);
  // Behind the watch over the whole tree; the watch is the one that explains.
  SetLimit(RLIMIT_CPU, absl::ToInt64Seconds(prepared.limits.cpu) + 5);
  SetLimit(RLIMIT_FSIZE, prepared.limits.file_bytes);
  SetLimit(RLIMIT_STACK, prepared.limits.stack_bytes);
  if (chdir(prepared.directory) == 0 && ArrangeDescriptors(prepared)) {
    execve(prepared.argv[0], prepared.argv.data(), prepared.environment.data());
  }
  Send(prepared.events_fd, KeeperEvent::kCannotStart, getpid(), errno);
  _exit(127);
}

// The name of a process that has ended but is not yet reaped.
void ReadName(pid_t pid, char (&name)[16]) {
  char path[40] = "/proc/";
  char digits[12];
  int count = 0;
  for (pid_t rest = pid; rest > 0; rest /= 10) digits[count++] = static_cast<char>('0' + rest % 10);
  char* end = path + std::strlen(path);
  while (count > 0) *end++ = digits[--count];
  std::strcpy(end, "/comm");
  const int fd = open(path, O_RDONLY | O_CLOEXEC);
  const ssize_t length = fd < 0 ? 0 : read(fd, name, sizeof(name) - 1);
  if (fd >= 0) close(fd);
  name[length > 0 ? length - 1 : 0] = '\0';  // Without the newline.
}

// The grader is gone, perhaps by kill -9: nothing that it started may stay.
void EndEverything(int) {
  const pid_t keeper = getpid();
  while (!Children(keeper).empty()) {
    KillDescendants(keeper);
    while (waitpid(-1, nullptr, WNOHANG) > 0) {
    }
    usleep(1000);
  }
  _exit(0);
}

// Reaps until nothing is left; the grader sees to it that this ends.
[[noreturn]] void Keep(pid_t child, int events_fd) {
  for (;;) {
    siginfo_t info = {};
    if (waitid(P_ALL, 0, &info, WEXITED | WNOWAIT) != 0) {
      if (errno == EINTR) continue;
      _exit(0);
    }
    char name[16] = "";
    if (info.si_pid != child) ReadName(info.si_pid, name);
    int status = 0;
    waitpid(info.si_pid, &status, 0);
    Send(events_fd, info.si_pid == child ? KeeperEvent::kEnded : KeeperEvent::kLeftBehind,
         info.si_pid, status, name);
  }
}

[[noreturn]] void BecomeKeeper(const Prepared& prepared, pid_t grader) {
  setsid();
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  ResetSignals();
  ::signal(SIGPIPE, SIG_IGN);
  ::signal(SIGTERM, EndEverything);
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != grader) _exit(0);  // The grader died before the line above.
  // Sanitizers need a fixed layout on kernels with much randomization. It may be forbidden (in a
  // container): then the event says so.
  const bool fixed =
      personality(ADDR_NO_RANDOMIZE) != -1 && (personality(0xffffffff) & ADDR_NO_RANDOMIZE) != 0;
  const pid_t child = fork();
  if (child == 0) BecomeChild(prepared);
  if (child < 0) {
    Send(prepared.events_fd, KeeperEvent::kCannotStart, 0, errno);
    _exit(0);
  }
  Send(prepared.events_fd, KeeperEvent::kStarted, child, fixed ? 1 : 0);
  // Not one descriptor of the grader's may stay open here: a pipe would never end.
  const int events_fd = dup2(prepared.events_fd, 0);
  syscall(SYS_close_range, 1, ~0U, 0);
  Keep(child, events_fd);
}

std::vector<char*> Pointers(const std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (const std::string& string : strings) pointers.push_back(const_cast<char*>(string.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace

absl::StatusOr<Keeper> Spawn(const SpawnRequest& request) {
  const int null_fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
  int events[2] = {-1, -1};
  if (null_fd < 0 || pipe2(events, O_CLOEXEC) != 0) {
    const int error = errno;
    if (null_fd >= 0) close(null_fd);
    return absl::ErrnoToStatus(error, "cannot open a pipe for a child process");
  }
  const Prepared prepared = {Pointers(request.argv),
                             Pointers(request.environment),
                             request.directory.c_str(),
                             request.limits,
                             null_fd,
                             request.output_fd,
                             request.channel_fd,
                             events[1]};
  const pid_t grader = getpid();
  prctl(PR_SET_CHILD_SUBREAPER, 1);  // For the orphans of a keeper that was killed.
  pid_t keeper;
  int error;
  {
    // Held over the fork, so that EndStrays never takes a new keeper for a stray.
    absl::MutexLock lock(&TheKeepers().mutex);
    keeper = fork();
    error = errno;
    if (keeper == 0) BecomeKeeper(prepared, grader);
    if (keeper > 0) TheKeepers().alive.insert(keeper);
  }
  close(null_fd);
  close(events[1]);
  if (keeper < 0) {
    close(events[0]);
    return absl::ErrnoToStatus(error, "cannot start a process");
  }
  return Keeper{keeper, events[0]};
}

void Dismiss(pid_t keeper) {
  absl::MutexLock lock(&TheKeepers().mutex);
  kill(keeper, SIGKILL);
  waitpid(keeper, nullptr, 0);
  TheKeepers().alive.erase(keeper);
}

void EndStrays() {
  absl::MutexLock lock(&TheKeepers().mutex);
  for (pid_t child : Children(getpid())) {
    if (TheKeepers().alive.contains(child)) continue;
    kill(child, SIGSTOP);
    KillDescendants(child);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
  }
}

}  // namespace racelab
