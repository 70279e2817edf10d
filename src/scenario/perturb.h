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
                       // finished or nothing has moved for a while; the others give it the way
                       // until it stops there
  unsigned seed = 0;   // kRandom: yields and naps at random, from this seed
};

// Call with no scenario thread running. Begins an execution under `plan`.
void Begin(const Plan& plan);

// The number of synchronization calls thread `thread` made in the execution, 0 when it made none.
int SyncPoints(int thread);

// Whether the pause of a kPause execution was taken: its thread made that many calls.
bool PauseTaken();

// A thread of the scenario has number `thread` (1, 2, …) from here on, and ends.
void EnterThread(int thread);
void LeaveThread();

// Called by thread `thread` when all have entered and before it does anything. In a kPause
// execution the others wait here until the thread that is to pause has come to its pause, has
// ended, or waits for them: so the pause always falls between its calls and not after the others
// are done.
void GiveWay(int thread);

// Called before each synchronization call of the submission. May sleep.
void SyncPoint();

}  // namespace racelab::perturb

#endif  // RACELAB_SCENARIO_PERTURB_H_
