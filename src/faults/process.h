// A process of a scenario, seen from inside: its steps, its turns, its waits.
#ifndef RACELAB_FAULTS_PROCESS_H_
#define RACELAB_FAULTS_PROCESS_H_

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <string>

#include "control.h"

// The return address of a wrapper: the place of the student's call.
#define RACELAB_PC() reinterpret_cast<std::uintptr_t>(__builtin_return_address(0))

namespace racelab::faults {

// The descriptor on which processes tell the supervisor that they handed over. High, so that it
// does not take a number that a submission could expect; close() of it is refused.
inline constexpr int kEventDescriptor = 900;

// Whether the calling thread takes part: the main thread of a process of a scenario.
bool InScenario();
// … of one in which processes take turns.
bool InSerial();

int Self();                           // the number of this process: 0 is the one that runs the body
std::string ProcessName(int number);  // "the parent", "child 1"

// Makes the calling process number 0. It waits for its turn.
void BecomeFirst();

// One step. Where the plan has a fault for it, the fault is returned and noted, except that a pause
// and a kill are done at once. Returns 0 outside of serial executions.
struct Visit {
  Step* step = nullptr;
  std::uint16_t action = 0;
};
Visit Arrive(const char* name, std::uintptr_t pc, std::uint16_t legal = 0, std::int64_t asked = -1);

// Notes what a call returned, and returns it, with errno as it was.
std::int64_t Leave(const Visit& visit, std::int64_t result);

// What a process waits for, as others see it.
struct Wait {
  const char* name = "";
  std::uint64_t object = 0;
  int descriptor = -1;
  bool for_wakeup = false;  // only Wake() ends it
  std::int64_t timeout_ns = -1;
};

// Gives the turn away until `can_go_on()` is true. False when the timeout came first. `can_go_on`
// may set Process::owner and Process::hint.
bool WaitUntil(const Wait& wait, const Visit& visit, const std::function<bool()>& can_go_on);

// Joins the queue of those who wait for Wake(object). Call before the lock is given back.
void Enqueue(std::uint64_t object);
// True when one was taken from the queue for us.
bool WasWoken();
// Takes up to `count` processes out of the queue of `object`; -1 for all. Only those of the calling
// process when `own_only`. Returns how many.
int Wake(std::uint64_t object, int count, bool own_only);

// Lets others run first.
void Yield(const char* name, std::uintptr_t pc);

// fork(), with the child as a numbered process of the scenario.
pid_t Fork(std::uintptr_t pc);
// waitpid(), giving the turn away meanwhile.
pid_t WaitPid(pid_t pid, int* status, int options, std::uintptr_t pc, const char* name = "waitpid");

// A signal with a handler that is not blocked, or 0. Of those that interrupt a call for good
// (no SA_RESTART) when `for_good`.
int HandledSignal(bool for_good);

// Notes a defect. May be called in any process of a scenario.
void ReportDefect(const char* kind, const std::string& message, const char* file, int line,
                  std::uintptr_t pc = 0);

// The stack of calls kept by __tsan_func_entry (callbacks.cc).
void PushCaller(std::uintptr_t pc);
void PopCaller();

}  // namespace racelab::faults

#endif  // RACELAB_FAULTS_PROCESS_H_
