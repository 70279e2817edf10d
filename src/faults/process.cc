#include "process.h"

#include <errno.h>
#include <linux/futex.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace racelab::faults {

Control* g_control = nullptr;

namespace {

constexpr int kMaxDepth = 64;
constexpr int kStepsBeforeOthers = 400;  // … of one process, while others could run: it spins

// Of this process only.
int self = -1;
pid_t self_pid = 0;
int steps_in_a_row = 0;
std::uintptr_t callers[kMaxDepth];
int depth = 0;
thread_local bool takes_part = false;

Process& Me() { return g_control->process[self]; }

void WaitForTurn() {
  std::atomic<int>& turn = Me().turn;
  while (turn.load(std::memory_order_acquire) == 0) {
    syscall(SYS_futex, &turn, FUTEX_WAIT, 0, nullptr, nullptr, 0);
  }
  turn.store(0, std::memory_order_relaxed);
  Me().state.store(State::kRunning, std::memory_order_release);
  steps_in_a_row = 0;
}

void HandOver(State state) {
  const int error = errno;
  Me().state.store(state, std::memory_order_release);
  const std::uint64_t one = 1;
  while (write(kEventDescriptor, &one, sizeof(one)) < 0 && errno == EINTR) {
  }
  WaitForTurn();
  errno = error;
}

[[noreturn]] void Die() {
  Me().killed = true;
  g_control->killed_one = true;
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

void FillCallers(std::uintptr_t* pcs, std::uintptr_t pc) {
  pcs[0] = pc;
  for (int i = 1; i < kMaxCallers; ++i) {
    pcs[i] = depth >= i && depth - i < kMaxDepth ? callers[depth - i] : 0;
  }
}

// The process was asleep in a call that is not known here, and others ran meanwhile.
void ComeBackFromOutside() {
  if (Me().state.load(std::memory_order_acquire) == State::kOutside) HandOver(State::kReady);
}

// The fault for this step, if the plan has one and it is possible here.
std::uint16_t Planned(const Step& step) {
  for (const Fault& fault : g_control->faults) {
    if (fault.action != 0 && fault.process == step.process && fault.index == step.index &&
        (fault.action & step.legal) != 0) {
      return fault.action;
    }
  }
  return 0;
}

}  // namespace

bool InScenario() { return g_control != nullptr && takes_part && self >= 0; }
bool InSerial() { return InScenario() && g_control->serial; }
int Self() { return self; }

std::string ProcessName(int number) {
  return number == 0 ? "the parent" : "child " + std::to_string(number);
}

void BecomeFirst() {
  self = 0;
  self_pid = getpid();
  takes_part = true;
  depth = 0;
  if (g_control->serial) WaitForTurn();
}

Visit Arrive(const char* name, std::uintptr_t pc, std::uint16_t legal, std::int64_t asked) {
  if (!InSerial()) return {};
  const int error = errno;
  ComeBackFromOutside();
  if (g_control->steps_count == kMaxSteps) {
    g_control->too_many_steps = true;
    HandOver(State::kYielded);
  }
  if (++steps_in_a_row > kStepsBeforeOthers) HandOver(State::kYielded);
  Step& step = g_control->steps[g_control->steps_count++];
  step = Step();
  step.process = self;
  step.index = Me().steps++;
  step.name = name;
  step.asked = asked;
  step.legal = (legal & kNoPause) != 0 ? legal & ~kNoPause : legal | kPause;
  if (g_control->may_kill && self != 0) step.legal |= kKill | kKillLate;
  if (!g_control->may_refuse) step.legal &= static_cast<std::uint16_t>(~kRefuse);
  FillCallers(step.pcs, pc);
  ++g_control->epoch;
  g_control->now_ns += 1000;
  step.applied = Planned(step);
  Visit visit{&step, step.applied};
  if ((step.applied & (kPause | kKillLate)) != 0) HandOver(State::kPaused);
  if ((step.applied & (kKill | kKillLate)) != 0) Die();
  if (step.applied == kRefuse) g_control->refused_one = true;
  errno = error;
  return visit;
}

std::int64_t Leave(const Visit& visit, std::int64_t result) {
  if (visit.step != nullptr) {
    visit.step->result = result;
    visit.step->returned = true;
    ++g_control->epoch;
  }
  return result;
}

bool WaitUntil(const Wait& wait, const Visit& visit, const std::function<bool()>& can_go_on) {
  Process& me = Me();
  me.owner = 0;
  me.hint = nullptr;
  me.timed_out = false;
  me.deadline_ns = wait.timeout_ns < 0 ? -1 : g_control->now_ns + wait.timeout_ns;
  while (!can_go_on()) {
    if (me.timed_out || (wait.timeout_ns >= 0 && visit.action == kTimeout)) {
      me.ticket = 0;
      return false;
    }
    me.waits_in = wait.name;
    me.object = wait.object;
    me.descriptor = wait.descriptor;
    me.waits_for_wakeup = wait.for_wakeup;
    if (visit.step != nullptr) std::copy_n(visit.step->pcs, kMaxCallers, me.pcs);
    me.tested_epoch = g_control->epoch;
    HandOver(State::kBlocked);
  }
  me.deadline_ns = -1;
  ++g_control->epoch;
  return true;
}

void Enqueue(std::uint64_t object) {
  Me().object = object;
  Me().woken = false;
  Me().ticket = ++g_control->tickets;
}

bool WasWoken() { return Me().woken; }

int Wake(std::uint64_t object, int count, bool own_only) {
  int woken = 0;
  while (woken != count) {
    Process* first = nullptr;
    for (Process& other : g_control->process) {
      const bool waits = other.state.load() != State::kOver && other.ticket != 0 && !other.woken &&
                         other.object == object;
      if (!waits || (own_only && &other != &Me())) continue;
      if (first == nullptr || other.ticket < first->ticket) first = &other;
    }
    if (first == nullptr) break;
    first->woken = true;
    first->ticket = 0;
    ++woken;
  }
  return woken;
}

void Yield(const char* name, std::uintptr_t pc) {
  Arrive(name, pc);
  HandOver(State::kYielded);
}

pid_t Fork(std::uintptr_t pc) {
  const Visit visit = Arrive("fork", pc, kRefuse | kNoPause);
  if (visit.action == kRefuse) {
    errno = EAGAIN;
    return static_cast<pid_t>(Leave(visit, -1));
  }
  const int number = g_control->processes.fetch_add(1);
  if (number >= kMaxProcesses) {
    g_control->processes.store(kMaxProcesses);
    errno = EAGAIN;
    return static_cast<pid_t>(Leave(visit, -1));
  }
  Process& child = g_control->process[number];
  child.parent = self;
  child.fork_pc = pc;
  child.state.store(State::kReady);
  const pid_t pid = fork();
  if (pid == 0) {
    self = number;
    self_pid = getpid();
    child.pid = self_pid;
    takes_part = true;
    if (g_control->serial) {
      WaitForTurn();
      Arrive("the start of the child", pc, kNoPause);
    }
    return 0;
  }
  if (pid < 0) {
    child.state.store(State::kOver);
  } else {
    child.pid = pid;
  }
  Leave(visit, pid > 0 ? number : -1);
  if (pid > 0) Arrive("the return of fork", pc);
  return pid;
}

pid_t WaitPid(pid_t pid, int* status, int options, std::uintptr_t pc, const char* name) {
  const bool interruptible = (options & WNOHANG) == 0 && HandledSignal(true) != 0;
  const Visit visit = Arrive(name, pc, interruptible ? kInterrupt : 0);
  if (visit.step == nullptr) return waitpid(pid, status, options);
  if (visit.action == kInterrupt) {
    raise(HandledSignal(true));
    errno = EINTR;
    return static_cast<pid_t>(Leave(visit, -1));
  }
  pid_t ended = 0;
  WaitUntil({.name = name}, visit, [&] {
    ended = waitpid(pid, status, options | WNOHANG);
    return ended != 0 || (options & WNOHANG) != 0;
  });
  return static_cast<pid_t>(Leave(visit, ended));
}

int HandledSignal(bool for_good) {
  sigset_t blocked;
  sigprocmask(SIG_SETMASK, nullptr, &blocked);
  for (int signal = 1; signal < 32; ++signal) {
    struct sigaction action;
    if (signal == SIGKILL || signal == SIGSTOP || sigismember(&blocked, signal) == 1) continue;
    // Sanitizers and GoogleTest handle deadly signals; those do not interrupt a call.
    if (signal == SIGSEGV || signal == SIGBUS || signal == SIGFPE || signal == SIGILL) continue;
    if (sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_DFL ||
        action.sa_handler == SIG_IGN) {
      continue;
    }
    if (!for_good || (action.sa_flags & SA_RESTART) == 0) return signal;
  }
  return 0;
}

void ReportDefect(const char* kind, const std::string& message, const char* file, int line,
                  std::uintptr_t pc) {
  const int at = g_control->reports_count.fetch_add(1);
  if (at >= kMaxReports) return;
  Report& report = g_control->reports[at];
  std::snprintf(report.kind, sizeof(report.kind), "%s", kind);
  std::snprintf(report.message, sizeof(report.message), "%s", message.c_str());
  std::snprintf(report.file, sizeof(report.file), "%s", file == nullptr ? "" : file);
  report.line = line;
  report.pc = pc;
  report.process = self;
}

void PushCaller(std::uintptr_t pc) {
  if (!takes_part || !InSerial()) return;
  if (depth < kMaxDepth) callers[depth] = pc;
  ++depth;
}

void PopCaller() {
  if (takes_part && InSerial() && depth > 0) --depth;
}

}  // namespace racelab::faults
