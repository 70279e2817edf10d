#include "contrast/links.h"

#include <fcntl.h>
#include <linux/futex.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace racelab::contrast {
namespace {

End Other(End end) { return end == kHere ? kThere : kHere; }

// A message of four bytes is never cut: a pipe and a socket take so little whole.
void WriteMessage(int fd, std::uint32_t message) {
  if (write(fd, &message, sizeof message) != sizeof message) Die("write");
}

std::uint32_t ReadMessage(int fd) {
  std::uint32_t message = 0;
  if (read(fd, &message, sizeof message) != sizeof message) Die("read");
  return message;
}

}  // namespace

PipeLink::PipeLink() {
  if (pipe2(fds_[kHere], O_CLOEXEC) != 0 || pipe2(fds_[kThere], O_CLOEXEC) != 0) Die("pipe2");
}
PipeLink::~PipeLink() {
  for (const auto& pipe : fds_) {
    close(pipe[0]);
    close(pipe[1]);
  }
}
void PipeLink::Send(End from, std::uint32_t message) {
  WriteMessage(fds_[Other(from)][1], message);
}
std::uint32_t PipeLink::Receive(End at) { return ReadMessage(fds_[at][0]); }

SocketLink::SocketLink() {
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds_) != 0) Die("socketpair");
}
SocketLink::~SocketLink() {
  close(fds_[kHere]);
  close(fds_[kThere]);
}
void SocketLink::Send(End from, std::uint32_t message) { WriteMessage(fds_[from], message); }
std::uint32_t SocketLink::Receive(End at) { return ReadMessage(fds_[at]); }

void FutexLink::Send(End from, std::uint32_t message) {
  std::atomic<std::uint32_t>& word = words_->to[Other(from)];
  word.store(message, std::memory_order_release);
  const int wake = world_ == World::kThread ? FUTEX_WAKE_PRIVATE : FUTEX_WAKE;
  syscall(SYS_futex, &word, wake, 1, nullptr, nullptr, 0);
}
std::uint32_t FutexLink::Receive(End at) {
  std::atomic<std::uint32_t>& word = words_->to[at];
  const int wait = world_ == World::kThread ? FUTEX_WAIT_PRIVATE : FUTEX_WAIT;
  while (true) {
    const std::uint32_t message = word.exchange(0, std::memory_order_acquire);
    if (message != 0) return message;
    syscall(SYS_futex, &word, wait, 0, nullptr, nullptr, 0);  // returns at once if it is not 0
  }
}

ConditionLink::ConditionLink(World world) {
  const int shared = world == World::kProcess ? PTHREAD_PROCESS_SHARED : PTHREAD_PROCESS_PRIVATE;
  pthread_mutexattr_t of_mutex;
  pthread_mutexattr_init(&of_mutex);
  pthread_mutexattr_setpshared(&of_mutex, shared);
  pthread_mutex_init(&state_->mutex, &of_mutex);
  pthread_mutexattr_destroy(&of_mutex);
  pthread_condattr_t of_condition;
  pthread_condattr_init(&of_condition);
  pthread_condattr_setpshared(&of_condition, shared);
  for (pthread_cond_t& condition : state_->arrived) pthread_cond_init(&condition, &of_condition);
  pthread_condattr_destroy(&of_condition);
}
ConditionLink::~ConditionLink() {
  for (pthread_cond_t& condition : state_->arrived) pthread_cond_destroy(&condition);
  pthread_mutex_destroy(&state_->mutex);
}
void ConditionLink::Send(End from, std::uint32_t message) {
  pthread_mutex_lock(&state_->mutex);
  state_->to[Other(from)] = message;
  pthread_mutex_unlock(&state_->mutex);
  pthread_cond_signal(&state_->arrived[Other(from)]);
}
std::uint32_t ConditionLink::Receive(End at) {
  pthread_mutex_lock(&state_->mutex);
  while (state_->to[at] == 0) pthread_cond_wait(&state_->arrived[at], &state_->mutex);
  const std::uint32_t message = state_->to[at];
  state_->to[at] = 0;
  pthread_mutex_unlock(&state_->mutex);
  return message;
}

void SpinLink::Send(End from, std::uint32_t message) {
  words_->to[Other(from)].value.store(message, std::memory_order_release);
}
std::uint32_t SpinLink::Receive(End at) {
  std::atomic<std::uint32_t>& word = words_->to[at].value;
  std::uint32_t message = 0;
  // The core may be taken from the other side at any time, and it may want ours: after a
  // millisecond or so, let somebody else run.
  for (int looks = 1; (message = word.load(std::memory_order_acquire)) == 0; ++looks) {
    if (looks % 1'000'000 == 0) sched_yield();
  }
  word.store(0, std::memory_order_relaxed);
  return message;
}

}  // namespace racelab::contrast
