// Perturbation of scenarios on real threads: pauses and yields at synchronization calls.
//
// The calls of a submission (and only those) are routed through wrappers by the linker (--wrap);
// each wrapper passes a SyncPoint first. Compiled without instrumentation and with relaxed atomics
// only, so that no sanitizer takes our bookkeeping for an ordering between the student's threads.
#ifndef RACELAB_SCENARIO_PERTURB_H_
#define RACELAB_SCENARIO_PERTURB_H_

namespace racelab::perturb {

inline constexpr int kBodyThread = 0;          // the thread that runs the scenario's body
inline constexpr int kFirstUnnamedThread = 9;  // threads that the submission itself starts
inline constexpr int kMaxThreads = 16;         // threads beyond these are not disturbed

// How one execution is disturbed.
struct Plan {
  enum class Mode { kOff, kCount, kPause, kRandom } mode = Mode::kOff;  // kCount only counts calls
  int thread = 0;      // kPause: this thread stops …
  int sync_point = 0;  // … before its sync_point-th call (0 is the first), until all others have
                       // finished or nothing has moved for a while
  unsigned seed = 0;   // kRandom: yields and naps at random, from this seed
};

// Call with no scenario thread running. Begins an execution under `plan`.
void Begin(const Plan& plan);

// The number of synchronization calls thread `thread` made in the execution, 0 when it made none.
int SyncPoints(int thread);

// A thread of the scenario has number `thread` (1, 2, …) from here on, and ends.
void EnterThread(int thread);
void LeaveThread();

// Called before each synchronization call of the submission. May sleep.
void SyncPoint();

}  // namespace racelab::perturb

#endif  // RACELAB_SCENARIO_PERTURB_H_
