// What /proc tells of a process and everything it started.
//
// Thread-safety: free functions without state. All of them read a moving target: a process that
// ends meanwhile is simply not in the answer.
#ifndef RACELAB_GRADER_PROCESS_TREE_H_
#define RACELAB_GRADER_PROCESS_TREE_H_

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"

namespace racelab {

// `root`'s descendants, parents before children; `root` itself is not in it. Looks no further once
// it has found `enough`. Whoever asks for an exact answer must be sure that orphans stay below
// `root` (it is a subreaper).
std::vector<pid_t> Descendants(pid_t root, std::size_t enough = SIZE_MAX);

// Those whose parent is `process` itself.
std::vector<pid_t> Children(pid_t process);

struct TreeUsage {
  std::int64_t resident_bytes = 0;  // Private resident memory, summed.
  int tasks = 0;                    // Threads, over all processes.
  absl::Duration cpu;               // User and system time of the processes alive now.
  absl::Duration starved;           // Time spent runnable on a processor's queue, but not running.
};

TreeUsage UsageOf(const std::vector<pid_t>& processes);

// The proportional share (PSS) of memory: exact where forked processes share pages, but slow.
std::int64_t ProportionalBytes(const std::vector<pid_t>& processes);

// One thread, asleep or not.
struct TaskState {
  pid_t process = 0;
  pid_t task = 0;
  char state = '?';           // R, S, D, Z, …: as in /proc/PID/status.
  std::int64_t switches = 0;  // Times it left a processor: unchanged means it did not run.
  bool blocks_all_signals = false;
  std::int64_t system_call = -1;  // The call it is blocked in; -1 when running or not known.
  std::uint64_t arguments[6] = {};
};

// All threads of `processes`. A thread's system call is read only while every thread before it
// was asleep: the answer is about a process that stands still.
std::vector<TaskState> TasksOf(const std::vector<pid_t>& processes);

// Whether this thread sleeps in a call that nothing but another thread or process can end: no
// timeout, no timer.
bool SleepsForever(const TaskState& task);

// Kills what it finds of `root`'s descendants and of their process groups, each as soon as it is
// found. One pass: processes that leave their group while they fork may need several. Not for a
// `root` that shares its group with a descendant.
void KillDescendants(pid_t root);

// The name of a process, as `ps` has it; "" when it is gone.
std::string ProcessName(pid_t process);

}  // namespace racelab

#endif  // RACELAB_GRADER_PROCESS_TREE_H_
