// The seam between the runtime that performs one execution and the search that chooses schedules.
//
// The runtime (fibers, interposed calls, race detector, heap) knows how to run a program once under
// the choices that a Scheduler makes. The search (depth-first, random, shrinking, replay) knows how
// to choose and never touches a fiber. Each side is tested without the other.
//
// Thread-safety: everything here runs on the one OS thread that executes the scenario.
#ifndef RACELAB_EXPLORER_EXECUTION_H_
#define RACELAB_EXPLORER_EXECUTION_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace racelab::explorer {

// A thread of one execution: 0 runs the scenario's body, others are dense in order of creation.
using ThreadId = int;

enum class OpKind : std::uint8_t {
  kThreadStart,  // first step of a new thread
  kThreadCreate,
  kThreadJoin,
  kThreadDetach,
  kThreadExit,
  kLock,  // exclusive acquisition of a mutex, spin lock, rwlock, absl::Mutex
  kTryLock,
  kLockShared,
  kTryLockShared,
  kUnlock,
  kUnlockShared,
  kWait,      // starts to wait on a condition variable (and releases the mutex)
  kWake,      // leaves a wait because it was notified, signalled or its condition became true
  kTimeout,   // leaves a timed wait, or a sleep, because virtual time passed
  kSpurious,  // leaves a wait for no reason (the standard allows it)
  kNotifyOne,
  kNotifyAll,
  kSemaphoreWait,
  kSemaphorePost,
  kBarrierWait,
  kOnce,  // call_once, function statics
  kFutexWait,
  kFutexWake,
  kAtomicLoad,
  kAtomicStore,
  kAtomicRmw,  // exchange, fetch_*, compare_exchange
  kFence,
  kPlainRead,  // only at addresses in RunOptions::visible
  kPlainWrite,
  kSleep,
  kYield,
  kMark,     // racelab::Reached and other points the scenario itself announces
  kDestroy,  // of a lock, a condition variable, a barrier
};

// What a thread is about to do. `object` is the address of what it acts on (0: nothing shared) and
// `mutex` the second object of a kWait. `pc` is the return address in the program.
struct Operation {
  OpKind kind = OpKind::kThreadStart;
  std::uint8_t size_bytes = 0;
  std::uintptr_t object = 0;
  std::uintptr_t mutex = 0;
  std::uintptr_t pc = 0;
};

// One way the execution can go on: `thread` performs `operation`. A thread in a timed wait may
// appear more than once (kWake, kTimeout, kSpurious are different ways on).
struct Candidate {
  ThreadId thread = 0;
  Operation operation;
};

// Where a choice is made. `candidates` is never empty and its order is deterministic (by thread,
// then kind). `previous` is the thread that ran last; `previous_runs_on` says that it is among the
// candidates and did not itself give way (yield, sleep, block): choosing another is a preemption.
struct SchedulingPoint {
  std::span<const Candidate> candidates;
  ThreadId previous = 0;
  bool previous_runs_on = false;
  std::int64_t step = 0;  // 0, 1, 2, … within the execution
};

class Scheduler {
 public:
  virtual ~Scheduler() = default;
  // The index of the candidate to perform. A negative value abandons the execution (the search
  // knows that nothing new lies ahead: a sleep set is exhausted); the runtime then ends it quietly.
  // Must not block, and must not call into the program under test.
  virtual int Pick(const SchedulingPoint& point) = 0;
};

// One performed operation, kept when RunOptions::record is set. `value_before` and `value_after`
// are of the object where `has_values` says so. `locks` are the addresses of the locks held before
// it.
struct Step {
  ThreadId thread = 0;
  Operation operation;
  bool has_values = false;
  std::uint64_t value_before = 0;
  std::uint64_t value_after = 0;
  bool succeeded = true;  // try-lock, compare_exchange, timed waits
  std::vector<std::uintptr_t> locks;
  std::vector<std::uintptr_t> stack;  // return addresses, innermost first
};

// What one thread has to do with a finding: an access of a race, an edge of a wait cycle, …
struct Involvement {
  ThreadId thread = 0;
  std::string did;  // "wrote 4 bytes", "waits for mutex M1"
  std::uintptr_t object = 0;
  std::vector<std::uintptr_t> locks;  // held at that time
  std::vector<std::uintptr_t> stack;  // return addresses, innermost first
};

// A defect seen in one execution. `kind` is one of the kinds the project documents
// ("data-race", "deadlock", …) or "unsupported" when the program left what is modelled: then
// `message` names the call, and nothing may be concluded from the execution.
struct RawFinding {
  std::string kind;
  std::string message;
  std::vector<Involvement> involved;
};

// A thread that looked again at what it had looked at, saw the same, and had not waited: see
// polling.h. `step` is the number of steps performed by then.
struct Repetition {
  ThreadId thread = 0;
  std::int64_t step = 0;
  std::uintptr_t pc = 0;
};

struct ExecutionResult {
  std::optional<RawFinding> finding;
  bool goes_round = false;  // the finding is of RunOptions::alone, which goes round and round
  bool abandoned = false;   // the scheduler gave up on it
  bool step_limit_reached = false;  // it ran RunOptions::steps_max steps without an end
  std::int64_t steps = 0;
  int threads = 0;
  std::vector<Step> trace;           // empty unless RunOptions::record
  std::vector<std::string> reached;  // labels of racelab::Reached, in order, once each
  std::vector<Repetition> repetitions;
};

struct AddressRange {
  std::uintptr_t begin = 0;
  std::uintptr_t end = 0;  // one past the last byte
};

struct RunOptions {
  bool record = false;  // fill ExecutionResult::trace (slower)
  bool detect_races = true;
  std::int64_t steps_max = 20000;
  bool forbid_polling = true;  // racelab::ForbidPolling() has an effect
  ThreadId alone = -1;         // this thread runs while it can: is it waiting, or going round?
  std::vector<AddressRange> visible;  // plain accesses here are scheduling points
};

// A program that can be executed again and again from the same initial state. The same choices give
// the same execution, byte for byte.
class Program {
 public:
  virtual ~Program() = default;
  virtual ExecutionResult Run(Scheduler& scheduler, const RunOptions& options) = 0;
};

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_EXECUTION_H_
