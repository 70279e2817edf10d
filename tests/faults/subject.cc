#include "subject.h"

#include <fcntl.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <functional>
#include <new>
#include <string>

namespace subject {
namespace {

pid_t Child(const std::function<void()>& function) {
  const pid_t pid = fork();
  if (pid != 0) return pid;
  function();
  _exit(0);
}

void Await(pid_t pid) {
  while (waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
  }
}

template <typename T>
T* Shared() {
  void* const memory =
      mmap(nullptr, sizeof(T), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return new (memory) T;
}

void WriteAll(int fd, const std::string& bytes) {
  for (size_t done = 0; done < bytes.size();) {
    const ssize_t n = write(fd, bytes.data() + done, bytes.size() - done);
    if (n > 0) done += static_cast<size_t>(n);
  }
}

int Receive(const std::function<void(int)>& send, const std::function<int(int)>& receive) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  const pid_t child = Child([&] { send(ends[1]); });
  close(ends[1]);
  const int bytes = receive(ends[0]);
  close(ends[0]);
  Await(child);
  return bytes;
}

int ReadAll(int fd) {
  char buffer[4096];
  int all = 0;
  for (;;) {
    const ssize_t bytes = read(fd, buffer, sizeof(buffer));
    if (bytes == 0 || (bytes < 0 && errno != EINTR)) return all;
    if (bytes > 0) all += static_cast<int>(bytes);
  }
}

void MakeSharedMutex(pthread_mutex_t* mutex) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
  pthread_mutex_init(mutex, &attributes);
}

}  // namespace

int ReceiveByOneRead() {
  return Receive([](int fd) { WriteAll(fd, "12345678"); },
                 [](int fd) {
                   char buffer[8];
                   return static_cast<int>(read(fd, buffer, 8));
                 });
}

int ReceiveByLoop() {
  return Receive([](int fd) { WriteAll(fd, std::string(9999, 'x')); }, ReadAll);
}

int SendLongByOneWrite() {
  return Receive(
      [](int fd) {
        const std::string bytes(9999, 'x');
        while (write(fd, bytes.data(), bytes.size()) < 0 && errno == EINTR) {
        }
      },
      ReadAll);
}

int AddInTwoSteps(bool sleeps) {
  volatile int* const sum = Shared<int>();
  const auto add = [=] {
    const int seen = *sum;
    *sum = seen + 1;
  };
  const pid_t first = Child([&] {
    if (sleeps) usleep(1000);
    add();
  });
  const pid_t second = Child(add);
  Await(first);
  Await(second);
  return *sum;
}

int AddInOneStep() {
  auto* const sum = Shared<std::atomic<int>>();
  const pid_t first = Child([&] { ++*sum; });
  const pid_t second = Child([&] { ++*sum; });
  Await(first);
  Await(second);
  return *sum;
}

void LeaveADescriptor() {
  int ends[2];
  if (pipe(ends) == 0) close(ends[0]);
}

void LeaveAZombie() {
  Child([] {});
}

void LeaveAChildRunning() {
  Child([] {
    int ends[2];
    char byte;
    if (pipe(ends) == 0) read(ends[0], &byte, 1);
  });
}

void LeaveAName() { close(shm_open("/left", O_CREAT | O_RDWR, 0600)); }

void WaitForOneself() {
  int ends[2];
  char byte;
  if (pipe(ends) == 0) read(ends[0], &byte, 1);
}

void WaitForEachOther() {
  auto* const mutexes = Shared<std::array<pthread_mutex_t, 2>>();
  for (pthread_mutex_t& mutex : *mutexes) MakeSharedMutex(&mutex);
  const auto lock_both = [&](size_t first) {
    pthread_mutex_lock(&mutexes->at(first));
    pthread_mutex_lock(&mutexes->at(1 - first));
    pthread_mutex_unlock(&mutexes->at(first));
    pthread_mutex_unlock(&mutexes->at(1 - first));
  };
  const pid_t one = Child([&] { lock_both(0); });
  const pid_t two = Child([&] { lock_both(1); });
  Await(one);
  Await(two);
}

void WaitForADeadOwner() {
  auto* const mutex = Shared<pthread_mutex_t>();
  MakeSharedMutex(mutex);
  Await(Child([&] {
    pthread_mutex_lock(mutex);
    pthread_mutex_unlock(mutex);
  }));
  pthread_mutex_lock(mutex);
  pthread_mutex_unlock(mutex);
}

void MissAWakeup() {
  auto* const word = Shared<std::atomic<int>>();
  auto* const flag = Shared<std::atomic<bool>>();
  const pid_t child = Child([&] {
    *flag = true;
    syscall(SYS_futex, word, FUTEX_WAKE, 1, nullptr, nullptr, 0);
  });
  while (!*flag) syscall(SYS_futex, word, FUTEX_WAIT, 0, nullptr, nullptr, 0);
  Await(child);
}

void GoRoundInCircles() {
  auto* const flags = Shared<std::array<std::atomic<bool>, 2>>();
  const pid_t one = Child([&] {
    while (!flags->at(1)) sched_yield();
    flags->at(0) = true;
  });
  const pid_t two = Child([&] {
    while (!flags->at(0)) sched_yield();
    flags->at(1) = true;
  });
  Await(one);
  Await(two);
}

void WriteToNobody() {
  int ends[2];
  if (pipe(ends) != 0) return;
  close(ends[0]);
  write(ends[1], "x", 1);
}

void ReturnTwice() {
  const pid_t pid = fork();
  if (pid > 0) Await(pid);
}

int ForkUnchecked() {
  const pid_t pid = Child([] {});
  if (pid > 0) Await(pid);
  return pid > 0 ? 0 : -1;
}

}  // namespace subject
