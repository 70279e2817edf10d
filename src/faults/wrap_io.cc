// Reading, writing, and waiting for descriptors.
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdarg.h>
#include <sys/file.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <functional>

#include "names.h"
#include "process.h"

namespace racelab::faults {
namespace {

// A pipe, a FIFO or a socket: where a part may come and a process may wait.
bool IsStream(int fd) {
  struct stat about;
  return fstat(fd, &about) == 0 && (S_ISFIFO(about.st_mode) || S_ISSOCK(about.st_mode));
}

bool IsNonBlocking(int fd) { return (fcntl(fd, F_GETFL) & O_NONBLOCK) != 0; }

bool IsReady(int fd, short events) {
  pollfd one = {fd, events, 0};
  return poll(&one, 1, 0) != 0;
}

std::uint16_t LegalFor(int fd, bool stream) {
  if (!stream) return 0;
  if (IsNonBlocking(fd)) return kAgain;
  return HandledSignal(true) != 0 ? kInterrupt : 0;
}

// True when the planned fault made the call fail.
bool Fails(const Visit& visit) {
  if (visit.action == kInterrupt) {
    raise(HandledSignal(true));
    errno = EINTR;
  } else if (visit.action == kAgain) {
    errno = EAGAIN;
  } else {
    return false;
  }
  return true;
}

ssize_t Read(const char* name, int fd, size_t bytes, std::uintptr_t pc,
             const std::function<ssize_t(size_t)>& real) {
  const bool stream = IsStream(fd);
  std::uint16_t legal = LegalFor(fd, stream);
  if (stream && bytes > 1) legal |= kShort;
  const Visit visit = Arrive(name, pc, legal, static_cast<std::int64_t>(bytes));
  if (Fails(visit)) return Leave(visit, -1);
  if (stream && !IsNonBlocking(fd)) {
    WaitUntil({.name = name, .descriptor = fd}, visit, [fd] { return IsReady(fd, POLLIN); });
  }
  return Leave(visit, real(visit.action == kShort ? std::max<size_t>(1, bytes / 3) : bytes));
}

// Writes of up to PIPE_BUF bytes to a pipe are all or nothing. Longer ones are cut by a signal.
ssize_t Write(const char* name, int fd, size_t bytes, std::uintptr_t pc,
              const std::function<ssize_t(size_t from, size_t bytes)>& real) {
  const bool stream = IsStream(fd);
  std::uint16_t legal = LegalFor(fd, stream);
  const bool cuttable = IsNonBlocking(fd) || HandledSignal(false) != 0;
  if (stream && bytes > PIPE_BUF && cuttable) legal |= kShort;
  const Visit visit = Arrive(name, pc, legal, static_cast<std::int64_t>(bytes));
  if (Fails(visit)) return Leave(visit, -1);
  const size_t wanted = visit.action == kShort ? bytes / 3 : bytes;
  if (!stream || IsNonBlocking(fd)) return Leave(visit, real(0, wanted));
  size_t done = 0;
  do {
    WaitUntil({.name = name, .descriptor = fd}, visit, [fd] { return IsReady(fd, POLLOUT); });
    const ssize_t written = real(done, std::min<size_t>(wanted - done, PIPE_BUF));
    if (written < 0) return Leave(visit, done > 0 ? static_cast<std::int64_t>(done) : -1);
    done += static_cast<size_t>(written);
  } while (done < wanted);
  return Leave(visit, static_cast<std::int64_t>(done));
}

// poll() and its kind: `now` asks without waiting.
int AwaitEvents(const char* name, std::int64_t timeout_ns, int descriptor, std::uintptr_t pc,
                const std::function<int()>& now) {
  std::uint16_t legal = HandledSignal(false) != 0 ? kInterrupt : 0;  // poll is never restarted.
  if (timeout_ns > 0) legal |= kTimeout;
  const Visit visit = Arrive(name, pc, legal);
  if (visit.action == kInterrupt) {
    raise(HandledSignal(false));
    errno = EINTR;
    return static_cast<int>(Leave(visit, -1));
  }
  int ready = 0;
  if (timeout_ns == 0) {
    ready = now();
  } else {
    WaitUntil({.name = name, .descriptor = descriptor, .timeout_ns = timeout_ns}, visit,
              [&] { return (ready = now()) != 0; });
  }
  return static_cast<int>(Leave(visit, ready));
}

// A lock on a file: tried until it is free.
int LockFile(const char* name, std::uintptr_t pc, const std::function<int()>& try_lock) {
  const std::uint16_t legal = HandledSignal(true) != 0 ? kInterrupt : 0;
  const Visit visit = Arrive(name, pc, legal);
  if (Fails(visit)) return static_cast<int>(Leave(visit, -1));
  int result = -1;
  WaitUntil({.name = name}, visit, [&] {
    result = try_lock();
    return result == 0 || (errno != EAGAIN && errno != EACCES);
  });
  return static_cast<int>(Leave(visit, result));
}

// A call that makes descriptors; 0 on success.
int Make(const char* name, int* fds, int count, std::uintptr_t pc,
         const std::function<int()>& real) {
  const Visit visit = Arrive(name, pc, kRefuse | kNoPause);
  if (visit.action == kRefuse) {
    errno = EMFILE;
    return static_cast<int>(Leave(visit, -1));
  }
  const int result = real();
  for (int i = 0; i < count && result == 0; ++i) NoteDescriptor(fds[i], name, pc);
  return static_cast<int>(Leave(visit, result));
}

int Duplicate(const char* name, std::uintptr_t pc, const std::function<int()>& real) {
  const Visit visit = Arrive(name, pc);
  const int fd = real();
  NoteDescriptor(fd, name, pc);
  return static_cast<int>(Leave(visit, fd));
}

std::int64_t Milliseconds(int ms) { return ms < 0 ? -1 : std::int64_t{ms} * 1'000'000; }

}  // namespace
}  // namespace racelab::faults

using namespace racelab::faults;

#define WRAP extern "C" __attribute__((visibility("default"), used))

WRAP ssize_t __wrap_read(int fd, void* buffer, size_t bytes) {
  if (!InSerial()) return read(fd, buffer, bytes);
  return Read("read", fd, bytes, RACELAB_PC(), [=](size_t n) { return read(fd, buffer, n); });
}
WRAP ssize_t __wrap_recv(int fd, void* buffer, size_t bytes, int flags) {
  if (!InSerial() || flags != 0) return recv(fd, buffer, bytes, flags);
  return Read("recv", fd, bytes, RACELAB_PC(), [=](size_t n) { return recv(fd, buffer, n, 0); });
}
WRAP ssize_t __wrap_write(int fd, const void* buffer, size_t bytes) {
  if (!InSerial()) return write(fd, buffer, bytes);
  return Write("write", fd, bytes, RACELAB_PC(), [=](size_t from, size_t n) {
    return write(fd, static_cast<const char*>(buffer) + from, n);
  });
}
WRAP ssize_t __wrap_send(int fd, const void* buffer, size_t bytes, int flags) {
  if (!InSerial()) return send(fd, buffer, bytes, flags);
  if ((flags & ~MSG_NOSIGNAL) != 0) {  // MSG_DONTWAIT: never waits
    const Visit visit = Arrive("send", RACELAB_PC());
    return Leave(visit, send(fd, buffer, bytes, flags));
  }
  return Write("send", fd, bytes, RACELAB_PC(), [=](size_t from, size_t n) {
    return send(fd, static_cast<const char*>(buffer) + from, n, flags);
  });
}

WRAP int __wrap_poll(pollfd* fds, nfds_t count, int timeout_ms) {
  if (!InSerial()) return poll(fds, count, timeout_ms);
  return AwaitEvents("poll", Milliseconds(timeout_ms), count > 0 ? fds[0].fd : -1, RACELAB_PC(),
                     [=] { return poll(fds, count, 0); });
}
WRAP int __wrap_select(int count, fd_set* in, fd_set* out, fd_set* other, timeval* timeout) {
  if (!InSerial()) return select(count, in, out, other, timeout);
  const std::int64_t timeout_ns =
      timeout == nullptr ? -1
                         : timeout->tv_sec * std::int64_t{1'000'000'000} + timeout->tv_usec * 1000;
  const auto copy = [](const fd_set* set) { return set == nullptr ? fd_set() : *set; };
  const fd_set sets[3] = {copy(in), copy(out), copy(other)};
  return AwaitEvents("select", timeout_ns, -1, RACELAB_PC(), [&] {
    if (in != nullptr) *in = sets[0];
    if (out != nullptr) *out = sets[1];
    if (other != nullptr) *other = sets[2];
    timeval none = {0, 0};
    return select(count, in, out, other, &none);
  });
}

WRAP int __wrap_pipe(int* fds) {
  if (!InScenario()) return pipe(fds);
  return Make("pipe", fds, 2, RACELAB_PC(), [=] { return pipe(fds); });
}
WRAP int __wrap_pipe2(int* fds, int flags) {
  if (!InScenario()) return pipe2(fds, flags);
  return Make("pipe2", fds, 2, RACELAB_PC(), [=] { return pipe2(fds, flags); });
}
WRAP int __wrap_socketpair(int domain, int type, int protocol, int* fds) {
  if (!InScenario()) return socketpair(domain, type, protocol, fds);
  return Make("socketpair", fds, 2, RACELAB_PC(),
              [=] { return socketpair(domain, type, protocol, fds); });
}
WRAP int __wrap_dup(int fd) {
  return Duplicate("dup", RACELAB_PC(), [=] { return dup(fd); });
}
WRAP int __wrap_dup2(int from, int to) {
  return Duplicate("dup2", RACELAB_PC(), [=] { return dup2(from, to); });
}
WRAP int __wrap_close(int fd) {
  if (InScenario() && fd == kEventDescriptor) {
    errno = EBADF;
    return -1;
  }
  const Visit visit = Arrive("close", RACELAB_PC());
  return static_cast<int>(Leave(visit, close(fd)));
}

WRAP int __wrap_fcntl(int fd, int command, void* argument) {
  if (!InSerial() || (command != F_SETLKW && command != F_OFD_SETLKW)) {
    return fcntl(fd, command, argument);
  }
  const int try_command = command == F_SETLKW ? F_SETLK : F_OFD_SETLK;
  return LockFile("fcntl(F_SETLKW)", RACELAB_PC(),
                  [=] { return fcntl(fd, try_command, argument); });
}
WRAP int __wrap_flock(int fd, int operation) {
  if (!InSerial() || (operation & LOCK_NB) != 0) return flock(fd, operation);
  return LockFile("flock", RACELAB_PC(), [=] { return flock(fd, operation | LOCK_NB); });
}
WRAP int __wrap_lockf(int fd, int command, off_t bytes) {
  if (!InSerial() || command != F_LOCK) return lockf(fd, command, bytes);
  return LockFile("lockf", RACELAB_PC(), [=] { return lockf(fd, F_TLOCK, bytes); });
}
