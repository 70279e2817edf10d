// One thread of an execution: a fiber, its clocks, and what it is about to do.
#ifndef RACELAB_EXPLORER_THREAD_H_
#define RACELAB_EXPLORER_THREAD_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "execution.h"
#include "fiber.h"
#include "vector_clock.h"

namespace racelab::explorer {

// How a thread left a scheduling point.
enum class Outcome : std::uint8_t { kProceed, kTimeout, kSpurious };

struct Thread;

// Virtual time that never comes.
inline constexpr std::int64_t kForeverNs = INT64_MAX / 2;

// What a thread waits for before its next operation can be performed.
struct Gate {
  bool (*open)(const Thread&) = nullptr;       // null: the operation is always possible
  bool (*may_leave)(const Thread&) = nullptr;  // for timeout and spurious wakeup; null: always
  void* object = nullptr;                      // for these two functions
  void* mutex = nullptr;
  bool can_time_out = false;
  bool can_wake_spuriously = false;
  std::int64_t deadline_ns = 0;  // of a timeout
  bool futex = false;            // a wait for a word to differ from futex_value
  std::uint32_t futex_value = 0;
};

enum class ThreadState : std::uint8_t {
  kAlive,
  kFinished,  // its function returned; may still be joined
};

struct Thread {
  ThreadId id = 0;
  ThreadState state = ThreadState::kAlive;
  bool started = false;
  bool detached = false;
  bool joined = false;
  bool gave_way = false;  // the pending operation is a yield or a sleep
  Outcome outcome = Outcome::kProceed;
  Operation pending;
  Gate gate;

  Fiber fiber;
  std::uint32_t epoch_bits = 0;  // Epoch(id, own clock): what a shadow cell stores

  VectorClock clock;
  VectorClock acquirable;  // what relaxed loads have read: an acquire fence takes it
  VectorClock fenced;      // what the last release fence published
  void* (*start)(void*) = nullptr;
  void* argument = nullptr;
  void* result = nullptr;

  int spurious_wakes = 0;
  int uncounted = 0;    // instrumented accesses since the last scheduling point
  int clock_looks = 0;  // at a clock since it last gave way for it
  // A loop that loads one atomic again and again, with nothing done by anybody in between.
  std::uintptr_t spin_pc = 0;
  std::uintptr_t spin_address = 0;
  std::uint64_t spin_value = 0;
  std::int64_t spin_step = -1;
  int spins = 0;
  int lasting = 0;                    // depth of initializations that outlive the execution
  int ignore_accesses = 0;            // depth of AnnotateIgnore{Reads,Writes}Begin
  std::vector<void*> cleanups;        // pthread_cleanup_push of C, innermost last
  std::vector<std::uintptr_t> locks;  // held, in order of acquisition
  std::vector<std::pair<void (*)(void*), void*>> at_exit;  // thread_local destructors
  std::vector<std::pair<unsigned, void*>> specific;        // values of pthread keys
  std::vector<std::uintptr_t> pending_stack;               // of the pending operation, if recorded
  std::vector<std::uintptr_t> sleep_stack;                 // where it went to sleep on a futex

  Epoch epoch() const { return Epoch::FromBits(epoch_bits); }

  // A new moment begins: what this thread does from now on is not covered by what it has released.
  void Tick() {
    clock.Tick(id);
    epoch_bits = Epoch(id, clock.Get(id)).bits();
  }
};

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_THREAD_H_
