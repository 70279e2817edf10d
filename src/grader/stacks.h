// Says what a process that will not end is doing, from the stacks of its threads.
#ifndef RACELAB_GRADER_STACKS_H_
#define RACELAB_GRADER_STACKS_H_

#include <sys/types.h>

#include <optional>
#include <vector>

#include "grader/finding.h"
#include "grader/process.h"
#include "grader/sanitizer_frames.h"

namespace racelab {

// One thread's stack, innermost frame first, inlined frames included, as debug information has it.
struct ThreadStack {
  pid_t thread = 0;
  std::vector<Frame> frames;
};

// Stops the process, walks all its threads and lets it go on. Needs the right to ptrace it; empty
// without. Blocks for some 50 to 500 ms (it reads debug information). Thread-safe.
std::vector<ThreadStack> StacksOf(pid_t process, const SourceNames& names);

// What a thread waits for, as far as its stack tells.
enum class Wait {
  kRuns,       // Nothing: it is running.
  kLock,       // A mutex of any kind, exclusively or shared.
  kCondition,  // A condition variable, absl's Await, atomic wait.
  kJoin,       // The end of another thread or process.
  kEvent,      // A semaphore, latch, barrier, future, notification.
  kInput,      // A pipe, a file.
  kTriesLock,  // It runs, in a loop that tries to lock or yields.
  kOther,
};

Wait Classify(const ThreadStack& stack);

// For a stuck process: a deadlock or a lost wakeup. For one out of time: a hang or a livelock. With
// what each thread does at the student's lines.
Finding Diagnose(const Stall& stall, const SourceNames& names);

// The same, from stacks: separated so that it can be tested without a process.
Finding DiagnoseStacks(Ending ending, const std::vector<ThreadStack>& stacks,
                       const SourceNames& names);

}  // namespace racelab

#endif  // RACELAB_GRADER_STACKS_H_
