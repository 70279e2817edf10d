#include "grader/watch.h"

#include <sys/syscall.h>

#include <algorithm>

namespace racelab {
namespace {

// How long nothing may move before a child counts as stuck. One look at a process in which every
// thread sleeps, and a second that shows that none ran in between, is already proof; the rest is
// for signals and timers, which /proc does not show.
constexpr absl::Duration kStillness = absl::Milliseconds(250);

// However starved a child is, it ends: this many times its time limit. It is far off, so that a
// busy machine finds what an idle one finds, only later.
constexpr int kWallFactor = 20;

// The helper that the sanitizer runtime starts in every process. It wakes ten times a second.
bool IsSanitizerThread(const TaskState& task) {
  return task.task != task.process && task.blocks_all_signals &&
         (task.system_call == SYS_clock_nanosleep || task.system_call == SYS_nanosleep);
}

}  // namespace

Watch::Watch(pid_t keeper, const Command& command, absl::Time now)
    : keeper_(keeper), command_(command), started_(now), last_look_(now), still_since_(now) {}

void Watch::Heard() {
  heard_at_patience_ = patience_used_;
  heard_at_cpu_ = cpu_;
}

std::optional<Ending> Watch::Look(absl::Time now) {
  // A fork bomb grows while it is counted: the first look beyond the limit is enough.
  const std::size_t most = static_cast<std::size_t>(command_.limits.processes);
  processes_ = Descendants(keeper_, most);
  if (processes_.size() > most) return Ending::kProcessLimit;
  const TreeUsage usage = UsageOf(processes_);
  if (usage.tasks > command_.limits.processes) return Ending::kProcessLimit;
  if (OutOfMemory(usage)) return Ending::kMemoryLimit;
  if (OutOfTime(usage, now)) return Ending::kTimeLimit;
  if (now - started_ > kWallFactor * command_.limits.time) return Ending::kStarved;
  if (command_.detect_stuck && Stuck(now)) return Ending::kStuck;
  return std::nullopt;
}

bool Watch::OutOfMemory(const TreeUsage& usage) {
  const std::int64_t limit = command_.limits.memory_mib << 20;
  std::int64_t bytes = usage.resident_bytes;
  // Forked processes share pages; only a look at the shares can tell, and it is slow.
  if (bytes > limit && processes_.size() > 1) bytes = ProportionalBytes(processes_);
  peak_bytes_ = std::max(peak_bytes_, bytes);
  return bytes > limit;
}

// Of the time since the last look, what the tree ran and what it slept count, and what it waited
// for a processor does not. Several threads wait and run at once: each moment counts by their
// share.
bool Watch::OutOfTime(const TreeUsage& usage, absl::Time now) {
  const absl::Duration elapsed = now - last_look_;
  const absl::Duration starved = std::max(usage.starved - starved_, absl::ZeroDuration());
  const absl::Duration ran = std::max(usage.cpu - cpu_, absl::ZeroDuration());
  const absl::Duration runnable = ran + starved;
  patience_used_ += elapsed;
  if (starved > absl::ZeroDuration()) {
    patience_used_ -= std::min(elapsed, runnable) * absl::FDivDuration(starved, runnable);
  }
  last_look_ = now;
  starved_ = usage.starved;
  cpu_ = std::max(cpu_, usage.cpu);
  const Limits& limits = command_.limits;
  return patience_used_ > limits.time || cpu_ > limits.cpu ||
         patience_used_ - heard_at_patience_ > limits.quiet_time ||
         cpu_ - heard_at_cpu_ > limits.quiet_cpu;
}

bool Watch::Stuck(absl::Time now) {
  std::vector<std::int64_t> seen;
  for (const TaskState& task : TasksOf(processes_)) {
    if (command_.sanitizer_threads && IsSanitizerThread(task)) continue;
    if (!SleepsForever(task)) {
      still_.clear();
      return false;
    }
    seen.insert(seen.end(), {task.task, task.system_call, task.switches});
  }
  if (seen.empty() || seen != still_) {
    still_ = std::move(seen);
    still_since_ = now;
    return false;
  }
  return now - still_since_ >= kStillness;
}

}  // namespace racelab
