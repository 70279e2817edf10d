#include "supervisor.h"

#include <errno.h>
#include <linux/futex.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <new>

#include "body.h"
#include "names.h"
#include "proc.h"
#include "process.h"
#include "stuck.h"

namespace racelab::faults {
namespace {

constexpr int kTickMs = 20;
constexpr int kStillTicksMax = 10;  // … without moving: it sleeps in a call we do not know
constexpr std::int64_t kSilentCpuMs = 4000;  // processor time without a step: a busy loop
constexpr std::int64_t kFreeCpuMs = 2500;    // of all processes of an execution without turns
constexpr int kTimersMax = 6;                // … that run out before a paused process goes on
constexpr int kIdleTurnsMax = 1000;          // … in which nobody but spinners moves: a livelock
constexpr int kSpinsMax = 8;  // turns of each spinning process before a paused one goes on

std::int64_t Clock(clockid_t id) {
  timespec now;
  clock_gettime(id, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

class Run {
 public:
  Run(const std::function<void()>& body, const Plan& plan, const Settings& settings)
      : order_(plan.order) {
    std::memset(pidfds_, -1, sizeof(pidfds_));
    ResetControl(plan, settings);
    StartFirst(body);
  }

  ~Run() {
    for (const int fd : pidfds_) {
      if (fd >= 0) close(fd);
    }
  }

  void ToTheEnd() {
    if (g_control->serial) {
      TakeTurns();
    } else {
      WatchFreely();
    }
  }

  void EndEverybody();
  Execution Describe() const;

 private:
  void ResetControl(const Plan& plan, const Settings& settings);
  void StartFirst(const std::function<void()>& body);
  void TakeTurns();
  int Pick();
  int PickReady();
  int PickTimed();
  void GiveTurn(int process);
  void AwaitHandOver(int process);
  bool StandsStill(int process, int& still_ticks, ProcState& last);
  void WatchFreely();
  void NoteDeath(int process);
  void OpenPidfds();
  int Count() const { return std::min(g_control->processes.load(), kMaxProcesses); }
  bool IsOver(int process) const {
    return g_control->process[process].state.load() == State::kOver;
  }
  // Whether it spins, or wakes only because time has passed.
  bool IsIdle(int process) const {
    const Process& it = g_control->process[process];
    return it.state.load() == State::kYielded || it.timed_out;
  }
  void ReportEndOfFirst();

  const Order order_;
  int pidfds_[kMaxProcesses];
  int spins_ = 0;
  int idle_turns_ = 0;  // one after the other, of processes that spin or sleep
  int timers_ = 0;      // that have run out while somebody is stopped
  int first_status_ = 0;
  bool first_reaped_ = false;
  bool stopped_ = false;  // by us, with a defect noted
  std::vector<Defect> defects_;
};

void Run::ResetControl(const Plan& plan, const Settings& settings) {
  // The steps are 2 MB: their count says what is valid. Labels outlive an execution.
  Control& control = *g_control;
  control.serial = settings.serial;
  control.may_kill = settings.may_kill;
  control.may_refuse = settings.may_refuse;
  for (int i = 0; i < kMaxFaults; ++i) {
    control.faults[i] = i < static_cast<int>(plan.faults.size()) ? plan.faults[i] : Fault();
  }
  control.supervisor = getpid();
  control.epoch = 1;
  control.tickets = 0;
  control.now_ns = 0;
  control.realtime_ns = Clock(CLOCK_REALTIME);
  control.monotonic_ns = Clock(CLOCK_MONOTONIC);
  control.steps_count = 0;
  control.too_many_steps = control.killed_one = control.refused_one = false;
  control.body_ended = false;
  control.reports_count = 0;
  control.names_count = 0;
  for (Process& process : control.process) new (&process) Process();
  for (Label& label : control.labels) label.inside = 0;
}

void Run::StartFirst(const std::function<void()>& body) {
  std::fflush(nullptr);
  std::uint64_t old_events;
  while (read(kEventDescriptor, &old_events, sizeof(old_events)) > 0) {
  }
  g_control->processes = 1;
  g_control->process[0].state = State::kReady;
  const pid_t pid = fork();
  if (pid == 0) RunBodyAndExit(body);
  if (pid < 0) {
    std::perror("racelab: fork");
    abort();
  }
  g_control->process[0].pid = pid;
}

void Run::OpenPidfds() {
  for (int i = 0; i < Count(); ++i) {
    const Process& process = g_control->process[i];
    if (pidfds_[i] >= 0 || process.pid == 0 || IsOver(i)) continue;
    pidfds_[i] = static_cast<int>(syscall(SYS_pidfd_open, process.pid, 0));
    if (pidfds_[i] < 0) NoteDeath(i);
  }
}

void Run::NoteDeath(int number) {
  Process& process = g_control->process[number];
  process.state = State::kOver;
  process.ticket = 0;
  ++g_control->epoch;
  if (pidfds_[number] >= 0) close(pidfds_[number]);
  pidfds_[number] = -1;
  if (number == 0 && waitpid(process.pid, &first_status_, 0) == process.pid) first_reaped_ = true;
}

void Run::GiveTurn(int number) {
  Process& process = g_control->process[number];
  process.state = State::kRunning;
  process.turn.store(1, std::memory_order_release);
  syscall(SYS_futex, &process.turn, FUTEX_WAKE, 1, nullptr, nullptr, 0);
}

// Whether the process that has the turn does nothing at all, or nothing but burn time.
bool Run::StandsStill(int number, int& still_ticks, ProcState& last) {
  const ProcState now = StateOf(g_control->process[number].pid);
  const bool still = now.state == 'S' && now.sleeps_forever && now.switches == last.switches;
  still_ticks = still ? still_ticks + 1 : 0;
  last = now;
  return still_ticks > kStillTicksMax;
}

void Run::AwaitHandOver(int number) {
  Process& process = g_control->process[number];
  int still_ticks = 0;
  ProcState last;
  std::int64_t cpu_before_ms = -1;  // asked for after the first tick: most turns end before it
  while (!stopped_) {
    pollfd fds[kMaxProcesses + 1] = {{kEventDescriptor, POLLIN, 0}};
    int owners[kMaxProcesses + 1] = {-1};
    int count = 1;
    for (int i = 0; i < Count(); ++i) {
      if (pidfds_[i] < 0) continue;
      owners[count] = i;
      fds[count++] = {pidfds_[i], POLLIN, 0};
    }
    const int ready = poll(fds, static_cast<nfds_t>(count), kTickMs);
    std::uint64_t events;
    if ((fds[0].revents & POLLIN) != 0) (void)!read(kEventDescriptor, &events, sizeof(events));
    for (int i = 1; i < count; ++i) {
      if (fds[i].revents != 0) NoteDeath(owners[i]);
    }
    OpenPidfds();
    const State state = process.state.load(std::memory_order_acquire);
    if (state != State::kRunning) return;
    if (ready != 0) continue;
    const bool stands_still = StandsStill(number, still_ticks, last);
    if (cpu_before_ms < 0) cpu_before_ms = last.cpu_ms;
    if (stands_still) {
      State running = State::kRunning;
      process.waits_in = "a call that is not modelled";
      if (process.state.compare_exchange_strong(running, State::kOutside)) return;
    } else if (last.cpu_ms - cpu_before_ms > kSilentCpuMs) {
      stopped_ = true;
      defects_.push_back({"hang",
                          ProcessName(number) + " ran for " + std::to_string(kSilentCpuMs / 1000) +
                              " s of processor time without a call: an endless loop",
                          "",
                          0,
                          {},
                          number});
    }
  }
}

int Run::PickReady() {
  for (int i = 0; i < Count(); ++i) {
    const int number = order_ == Order::kOldestFirst ? i : Count() - 1 - i;
    const Process& process = g_control->process[number];
    const State state = process.state.load();
    if (state == State::kReady) return number;
    if (state == State::kBlocked && process.tested_epoch < g_control->epoch) return number;
  }
  return -1;
}

// Nobody can go on, so time passes until the first deadline.
int Run::PickTimed() {
  int first = -1;
  for (int i = 0; i < Count(); ++i) {
    const Process& process = g_control->process[i];
    if (process.state.load() != State::kBlocked || process.deadline_ns < 0) continue;
    if (first < 0 || process.deadline_ns < g_control->process[first].deadline_ns) first = i;
  }
  if (first < 0) return -1;
  Process& process = g_control->process[first];
  g_control->now_ns = std::max(g_control->now_ns, process.deadline_ns);
  process.timed_out = true;
  ++g_control->epoch;
  return first;
}

int Run::Pick() {
  const int ready = PickReady();
  if (ready >= 0) return ready;
  int yielded = -1;
  int paused = -1;
  int spinners = 0;
  for (int i = 0; i < Count(); ++i) {
    Process& process = g_control->process[i];
    if (process.state.load() == State::kPaused && paused < 0) paused = i;
    if (process.state.load() != State::kYielded) continue;
    ++spinners;
    // Round-robin: the one that has waited longest, by the age of its last turn.
    if (yielded < 0 || process.tested_epoch < g_control->process[yielded].tested_epoch) yielded = i;
  }
  if (yielded >= 0 && ++spins_ <= kSpinsMax * spinners) {
    g_control->process[yielded].tested_epoch = g_control->epoch + 1;
    return yielded;
  }
  spins_ = 0;
  // A stop is long: whoever sleeps meanwhile wakes up, and who waits with a limit reaches it.
  const int timed = paused < 0 || timers_ < kTimersMax ? PickTimed() : -1;
  if (timed >= 0) {
    ++timers_;
    return timed;
  }
  timers_ = 0;
  if (paused >= 0) return paused;
  if (yielded >= 0) g_control->process[yielded].tested_epoch = g_control->epoch + 1;
  return yielded;
}

void Run::TakeTurns() {
  OpenPidfds();
  while (!stopped_ && !IsOver(0)) {
    const int next = Pick();
    if (next < 0) {
      stopped_ = true;
      defects_.push_back(DescribeStuck());
      return;
    }
    const Process& process = g_control->process[next];
    const bool idle = IsIdle(next);
    const std::uint32_t steps_before = process.steps;
    GiveTurn(next);
    AwaitHandOver(next);
    // Whoever only asks whether it may go on has not moved.
    if (!idle && process.steps != steps_before) idle_turns_ = 0;
    if (idle) ++idle_turns_;
    if (g_control->too_many_steps || idle_turns_ > kIdleTurnsMax) {
      stopped_ = true;
      defects_.push_back(DescribeLivelock());
    }
  }
  if (IsOver(0)) ReportEndOfFirst();
}

// Without turns: only a process tree in which nobody will ever move again is ended.
void Run::WatchFreely() {
  int still_ticks = 0;
  std::vector<std::int64_t> last;
  pollfd end = {static_cast<int>(syscall(SYS_pidfd_open, g_control->process[0].pid, 0)), POLLIN, 0};
  while (poll(&end, 1, kTickMs) <= 0) {
    std::vector<pid_t> pids = {g_control->process[0].pid};
    for (size_t i = 0; i < pids.size(); ++i) {
      for (const pid_t child : ChildrenOf(pids[i])) pids.push_back(child);
    }
    std::vector<std::int64_t> now;
    bool all_sleep = true;
    std::int64_t cpu_ms = 0;
    for (const pid_t pid : pids) {
      const ProcState state = StateOf(pid);
      all_sleep &= state.state == 'Z' || state.state == 'X' || state.sleeps_forever;
      now.push_back(state.switches);
      cpu_ms += state.cpu_ms;
    }
    still_ticks = all_sleep && now == last ? still_ticks + 1 : 0;
    last = now;
    if (still_ticks > 2 * kStillTicksMax || cpu_ms > kFreeCpuMs) {
      stopped_ = true;
      defects_.push_back(DescribeStandstill(pids, cpu_ms > kFreeCpuMs));
      break;
    }
  }
  close(end.fd);
  if (!stopped_) {
    NoteDeath(0);
    ReportEndOfFirst();
  }
}

void Run::ReportEndOfFirst() {
  if (!first_reaped_) return;
  const bool signaled = WIFSIGNALED(first_status_);
  if (!signaled && g_control->body_ended.load() && WEXITSTATUS(first_status_) == 0) return;
  Defect defect;
  defect.kind = "crash";
  if (signaled) {
    const int signal = WTERMSIG(first_status_);
    defect.message = "the parent was killed by SIG" + std::string(sigabbrev_np(signal));
    if (signal == SIGPIPE) defect.message += ": it wrote to a pipe that nobody reads any more";
  } else {
    defect.message = "the parent ended with status " + std::to_string(WEXITSTATUS(first_status_)) +
                     " in the middle of the scenario";
  }
  defect.pcs = LastCallOf(0);
  defects_.push_back(defect);
}

void Run::EndEverybody() {
  // Orphans become our children: kill what there is until nothing is.
  for (;;) {
    const std::vector<pid_t> children = OwnChildren();
    if (children.empty()) return;
    for (const pid_t child : children) {
      kill(child, SIGKILL);
      waitpid(child, nullptr, 0);
    }
  }
}

Execution Run::Describe() const {
  Execution execution;
  execution.defects = defects_;
  for (int i = 0; i < std::min(g_control->reports_count.load(), kMaxReports); ++i) {
    const Report& report = g_control->reports[i];
    Defect defect{report.kind, report.message, report.file, report.line, {}, report.process};
    if (report.pc != 0) defect.pcs.push_back(report.pc);
    execution.defects.push_back(defect);
  }
  execution.steps.assign(g_control->steps, g_control->steps + g_control->steps_count);
  for (int i = 0; i < Count(); ++i) execution.processes.push_back(DescribeProcess(i));
  return execution;
}

}  // namespace

Execution Execute(const std::function<void()>& body, const Plan& plan, const Settings& settings) {
  PrepareControl();
  if (settings.serial) StayOnOneProcessor();
  Run run(body, plan, settings);
  run.ToTheEnd();
  Execution execution = run.Describe();  // while the stuck are still there to be looked at
  run.EndEverybody();
  const int reports = g_control->reports_count.load();
  ReportAndRemoveNames();
  for (int i = reports; i < std::min(g_control->reports_count.load(), kMaxReports); ++i) {
    const Report& report = g_control->reports[i];
    execution.defects.push_back({report.kind, report.message, "", 0, {report.pc}, 0});
  }
  return execution;
}

}  // namespace racelab::faults
