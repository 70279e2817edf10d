// From stacks to a finding: what every thread waits for, and what that makes of the whole.
#include <unistd.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "grader/stacks.h"

namespace racelab {
namespace {

struct Mark {
  std::string_view function;  // A part of its name.
  Wait wait;
};

// In order: what an outer library function is for decides before what it is made of. A notification
// is made of a mutex, a semaphore of an atomic wait, an atomic wait of a futex.
constexpr Mark kMarks[] = {
    {"pthread_mutex_cond_lock", Wait::kLock},  // A condition variable that takes its lock again.
    {"pthread_cond_", Wait::kCondition},
    {"condition_variable", Wait::kCondition},
    {"CondVar::Wait", Wait::kCondition},
    {"Mutex::Await", Wait::kCondition},
    {"Mutex::LockWhen", Wait::kCondition},
    {"Mutex::ReaderLockWhen", Wait::kCondition},
    {"WaitForNotification", Wait::kCondition},
    {"BlockingCounter::Wait", Wait::kCondition},
    {"latch::", Wait::kEvent},
    {"counting_semaphore", Wait::kEvent},
    {"semaphore_base", Wait::kEvent},
    {"sem_wait", Wait::kEvent},
    {"barrier", Wait::kEvent},
    {"future", Wait::kEvent},
    {"State_baseV2", Wait::kEvent},
    {"pthread_once", Wait::kEvent},
    {"__cxa_guard_acquire", Wait::kEvent},
    {"pthread_join", Wait::kJoin},
    {"pthread_clockjoin", Wait::kJoin},
    {"thread::join", Wait::kJoin},
    {"wait4", Wait::kJoin},
    {"waitpid", Wait::kJoin},
    {"waitid", Wait::kJoin},
    {"trylock", Wait::kTriesLock},
    {"try_lock", Wait::kTriesLock},
    {"TryLock", Wait::kTriesLock},
    {"sched_yield", Wait::kTriesLock},
    {"pthread_mutex_", Wait::kLock},
    {"pthread_rwlock_", Wait::kLock},
    {"pthread_spin_lock", Wait::kTriesLock},
    {"lll_lock_wait", Wait::kLock},
    {"absl::Mutex::", Wait::kLock},
    {"Mutex::Lock", Wait::kLock},
    {"Mutex::ReaderLock", Wait::kLock},
    {"mutex::lock", Wait::kLock},
    {"atomic_wait", Wait::kCondition},
    {"__platform_wait", Wait::kCondition},
    {"std::atomic", Wait::kTriesLock},
    {"std::__atomic", Wait::kTriesLock},
    {"__tsan_atomic", Wait::kTriesLock},
};

// System calls by the names of their wrappers: only the innermost frame counts, "read" is a common
// name.
constexpr std::string_view kInputCalls[] = {
    "read",    "write", "readv",  "writev",  "poll",   "ppoll", "select", "recv",  "recvfrom",
    "recvmsg", "send",  "sendto", "sendmsg", "accept", "open",  "flock",  "fcntl", "pause"};

bool IsOfTheLab(const Frame& frame, const SourceNames& names) {
  return frame.file == names.student_file || frame.file == names.check ||
         frame.file == names.contract;
}

bool HasFramesOfTheLab(const ThreadStack& stack, const SourceNames& names) {
  return std::any_of(stack.frames.begin(), stack.frames.end(),
                     [&](const Frame& frame) { return IsOfTheLab(frame, names); });
}

// The library frames that the innermost line of the lab called, and that line's own function: where
// a thread waits, not how it came there.
ThreadStack Innermost(const ThreadStack& stack, const SourceNames& names) {
  ThreadStack inner{stack.thread, {}};
  for (const Frame& frame : stack.frames) {
    if (IsOfTheLab(frame, names)) break;
    inner.frames.push_back(frame);
  }
  return inner;
}

std::string_view InWords(Wait wait) {
  switch (wait) {
    case Wait::kLock:
      return "waits for a lock";
    case Wait::kCondition:
      return "waits to be notified";
    case Wait::kJoin:
      return "waits for another thread or process to end";
    case Wait::kEvent:
      return "waits for an event (semaphore, latch, barrier or future)";
    case Wait::kInput:
      return "waits for input or output";
    case Wait::kTriesLock:
      return "tries again and again";
    case Wait::kRuns:
    case Wait::kOther:
      return "is busy";
  }
  return "";
}

struct Diagnosis {
  Kind kind;
  std::string_view summary;
};

Diagnosis OfStuck(const std::vector<Wait>& waits) {
  auto any = [&](Wait wait) { return std::find(waits.begin(), waits.end(), wait) != waits.end(); };
  if (any(Wait::kLock)) {
    return {Kind::kDeadlock,
            "Deadlock: every thread waits, at least one for a lock that will "
            "never be free"};
  }
  if (any(Wait::kCondition)) {
    return {Kind::kLostWakeup,
            "Every thread waits, and nobody is left to notify one: a wakeup was "
            "lost, or never sent"};
  }
  if (any(Wait::kInput)) {
    return {Kind::kHang, "Every thread and process waits for input or output that will never come"};
  }
  return {Kind::kDeadlock, "Deadlock: every thread waits, and nothing can ever wake one"};
}

Diagnosis OfEndless(const std::vector<Wait>& waits) {
  if (std::find(waits.begin(), waits.end(), Wait::kTriesLock) != waits.end()) {
    return {Kind::kLivelock, "Livelock: the program runs without end, and gets nowhere"};
  }
  return {Kind::kHang, "The program did not end in its time"};
}

}  // namespace

Wait Classify(const ThreadStack& stack) {
  for (const Mark& mark : kMarks) {
    for (const Frame& frame : stack.frames) {
      if (absl::StrContains(frame.function, mark.function)) return mark.wait;
    }
  }
  if (stack.frames.empty()) return Wait::kRuns;
  std::string_view innermost = stack.frames.front().function;
  while (absl::StartsWith(innermost, "_")) innermost.remove_prefix(1);
  if (absl::StartsWith(innermost, "libc_")) innermost.remove_prefix(5);
  for (std::string_view call : kInputCalls) {
    if (innermost == call) return Wait::kInput;
  }
  return Wait::kOther;
}

Finding DiagnoseStacks(Ending ending, const std::vector<ThreadStack>& stacks,
                       const SourceNames& names) {
  Finding finding;
  finding.oracle = "supervisor";
  std::vector<Wait> waits;
  std::vector<std::string> told;
  int number = 0;
  for (const ThreadStack& stack : stacks) {
    const std::string name = number == 0 ? "main" : absl::StrCat("thread ", number);
    ++number;
    // The runtime's own helpers and idle workers of a pool.
    if (!HasFramesOfTheLab(stack, names)) continue;
    const Wait wait = Classify(Innermost(stack, names));
    waits.push_back(wait);
    const Frame place = Blame(stack.frames, names);
    if (place.line > 0) finding.locations.push_back(place);
    told.push_back(absl::StrCat(name, " ", InWords(wait), " at ", PlaceInWords(place)));
    finding.threads.push_back({name, std::string(InWords(wait)), {}, Fold(stack.frames, names)});
  }
  // The student's lines first: main, which only waits for the others, is in the check.
  std::stable_partition(finding.locations.begin(), finding.locations.end(),
                        [&](const Frame& frame) { return frame.file == names.student_file; });
  const Diagnosis diagnosis = ending == Ending::kStuck ? OfStuck(waits) : OfEndless(waits);
  finding.kind = diagnosis.kind;
  finding.message =
      absl::StrCat(diagnosis.summary, told.empty() ? "" : ": ", absl::StrJoin(told, "; "), ".");
  return finding;
}

Finding Diagnose(const Stall& stall, const SourceNames& names) {
  // A loop is caught in the act only now and then: look several times.
  const int looks = stall.ending == Ending::kStuck ? 1 : 8;
  Finding finding;
  for (int look = 0; look < looks; ++look) {
    std::vector<ThreadStack> stacks;
    for (pid_t process : stall.processes) {
      for (ThreadStack& stack : StacksOf(process, names)) stacks.push_back(std::move(stack));
    }
    finding = DiagnoseStacks(stall.ending, stacks, names);
    if (finding.kind == Kind::kLivelock) break;
    if (look + 1 < looks) usleep(3000);
  }
  return finding;
}

}  // namespace racelab
