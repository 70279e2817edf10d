// What the processes of one execution share with their supervisor: one anonymous mapping, made
// before the first fork, at the same address in all of them.
//
// In a serial execution (the `explore` variant) exactly one process runs at a time. Whoever holds
// the turn may change anything here; it hands over by setting its own state and writing to the
// supervisor's event descriptor. So nothing here but `turn` needs to be atomic.
#ifndef RACELAB_FAULTS_CONTROL_H_
#define RACELAB_FAULTS_CONTROL_H_

#include <sys/types.h>

#include <atomic>
#include <cstdint>

namespace racelab::faults {

inline constexpr int kMaxProcesses = 32;
inline constexpr int kMaxSteps = 20'000;  // of all processes; more of them is a livelock
inline constexpr int kMaxCallers = 3;
inline constexpr int kMaxFaults = 2;
inline constexpr int kMaxReports = 16;
inline constexpr int kMaxNames = 32;
inline constexpr int kMaxLabels = 64;

// What may be done to a process at one of its steps. A bit each.
enum Action : std::uint16_t {
  kPause = 1,       // it stops there until all others have ended, block or spin
  kKill = 2,        // it dies before the call
  kKillLate = 4,    // it stops as for kPause, then dies
  kShort = 8,       // the call does a part of what it was asked
  kInterrupt = 16,  // a signal handler runs and the call fails with EINTR
  kAgain = 32,      // a non-blocking call fails with EAGAIN
  kRefuse = 64,     // the call fails for want of a resource
  kSpurious = 128,  // a wait ends though nobody ended it
  kTimeout = 256,   // a timed wait or a sleep is over before anybody else moves
  kNoPause = 512,   // not an action: a stop here would be the same as one at the next step
};

// One call, or one access to shared memory, of one process.
struct Step {
  int process = 0;
  std::uint32_t index = 0;               // 0, 1, … within the process
  const char* name = "";                 // "read"; a string of the executable
  std::uint16_t legal = 0;               // the Actions possible here
  std::uint16_t applied = 0;             // the one that was done
  std::uintptr_t pcs[kMaxCallers] = {};  // return addresses, innermost first
  std::int64_t asked = -1;               // bytes; -1 when it does not apply
  std::int64_t result = 0;
  bool returned = false;
};

struct Fault {
  int process = 0;
  std::uint32_t index = 0;
  std::uint16_t action = 0;  // 0: no fault
};

enum class State : int { kUnused, kReady, kRunning, kBlocked, kYielded, kPaused, kOutside, kOver };

struct Process {
  std::atomic<int> turn{0};  // a futex: 1 when it may run
  std::atomic<State> state{State::kUnused};
  pid_t pid = 0;
  int parent = -1;
  std::uintptr_t fork_pc = 0;
  std::uint32_t steps = 0;
  // While blocked: in which call, on what.
  const char* waits_in = "";
  std::uintptr_t pcs[kMaxCallers] = {};
  std::uint64_t object = 0;        // what a condition variable or a futex is known by; or 0
  int descriptor = -1;             // of a read, write or poll
  pid_t owner = 0;                 // of the lock it waits for
  const char* hint = nullptr;      // a sentence on why this wait is hopeless
  std::uint64_t ticket = 0;        // order of waiting for a wakeup
  std::uint64_t tested_epoch = 0;  // it could not go on when the world was that old
  std::int64_t deadline_ns = -1;   // virtual; -1 when it waits for ever
  bool waits_for_wakeup = false;
  bool woken = false;
  bool timed_out = false;
  bool killed = false;  // by us
};

// A defect seen from inside a process.
struct Report {
  char kind[24];
  char message[1000];
  char file[200];
  int line;
  std::uintptr_t pc;
  int process;
};

struct Label {
  std::atomic<std::uint64_t> hash;
  std::atomic<int> inside;
  std::atomic<bool> reached;
};

struct Name {
  char text[128];
  bool semaphore;
  std::uintptr_t pc;
};

struct Control {
  pid_t supervisor = 0;
  bool serial = false;
  bool may_kill = false;
  bool may_refuse = false;
  Fault faults[kMaxFaults] = {};
  std::uint64_t epoch = 1;  // the age of the world: grows with every step and every death
  std::uint64_t tickets = 0;
  std::int64_t now_ns = 0;       // virtual time since the execution began
  std::int64_t realtime_ns = 0;  // what the clocks showed then
  std::int64_t monotonic_ns = 0;
  std::atomic<int> processes{0};
  int steps_count = 0;
  bool too_many_steps = false;
  bool killed_one = false;
  bool refused_one = false;
  std::atomic<bool> body_ended{false};
  std::atomic<int> reports_count{0};
  std::atomic<int> names_count{0};
  Process process[kMaxProcesses];
  Report reports[kMaxReports];
  Name names[kMaxNames];
  Label labels[kMaxLabels];
  Step steps[kMaxSteps];
};

// Null outside of Explore().
extern Control* g_control;

}  // namespace racelab::faults

#endif  // RACELAB_FAULTS_CONTROL_H_
