// Scenarios of processes: what a process lab's check may use besides racelab/scenario.h.
//
// In a process lab (`EXPLORER faults` in its race_lab() call) racelab::Explore runs each execution
// in a process of its own, and racelab::Concurrently runs its functions in child processes instead
// of threads: what they write is seen by the others only through memory that is really shared. An
// expectation may fail in any of them; all are collected.
//
// The `explore` variant runs the body again and again: undisturbed, then with one fault or one
// pause at every call and at every access to shared memory, one execution each. `plain` and `asan`
// run it a few times undisturbed. In all of them an execution that leaves something behind (a
// child, a descriptor, a name in shared memory) fails as resource-leak.
//
// Example:
//   TEST(Collector, ReturnsEveryReport) {
//     racelab::InterruptCalls();
//     racelab::ExploreFaults({.refuse = true}, [] {
//       const bool collected = Collect(…);
//       EXPECT_TRUE(collected || racelab::ACallWasRefused());
//     });
//   }
#ifndef RACELAB_FAULTS_H_
#define RACELAB_FAULTS_H_

#include <functional>

namespace racelab {

// Which faults an execution may meet besides those that every program must expect (short reads and
// writes, interruptions, spurious wakeups, pauses anywhere).
struct Faults {
  bool kill = false;    // a child is killed (SIGKILL) before one of its calls
  bool refuse = false;  // fork() fails with EAGAIN, pipe() with EMFILE, mmap() with ENOMEM …
};

// racelab::Explore with these faults. Explore(body) is ExploreFaults({}, body).
void ExploreFaults(const Faults& faults, const std::function<void()>& body);

// Installs, for the rest of the test, a handler of SIGUSR1 without SA_RESTART: from then on a call
// that blocks may fail with EINTR. Without such a handler POSIX does not allow it.
void InterruptCalls();

// A child process that runs `function` beside the process that made it. Inside a body only.
class Process {
 public:
  explicit Process(const std::function<void()>& function);
  ~Process();  // Join()s.
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  // Waits for its end.
  void Join();

 private:
  int number_ = 0;  // set while pid_ is made
  int pid_ = 0;
};

// Inside a body: whether the fault of this execution has already struck.
bool AChildWasKilled();
bool ACallWasRefused();

}  // namespace racelab

#endif  // RACELAB_FAULTS_H_
