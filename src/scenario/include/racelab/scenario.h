// Scenarios: small concurrent programs inside a check, run under many schedules.
//
// A check writes a scenario once; the variant decides how it runs. In `plain`, `asan` and `tsan` it
// runs on real threads, again and again, with pauses and yields injected at synchronization calls.
// In `explore` the deterministic schedule explorer runs it. A check never knows which one does.
//
// Example:
//   TEST(Counter, CountsEveryIncrementFromEveryThread) {
//     racelab::Explore([] {
//       std::unique_ptr<Counter> counter = MakeCounter();
//       racelab::Concurrently(2, [&](int) { counter->Increment(); });
//       EXPECT_EQ(counter->Value(), 2);
//     });
//   }
//
// A body must create everything it uses (it runs many times), end by itself, and depend on nothing
// but its threads: no clock, no randomness, no sleeping.
#ifndef RACELAB_SCENARIO_H_
#define RACELAB_SCENARIO_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"

namespace racelab {

// Runs `body` under many schedules, in this process, on the calling thread. Stops after the first
// execution in which an expectation failed. Blocks until done: bounded by a number of executions
// and, with real threads, by 0.6 seconds as well.
void Explore(const std::function<void()>& body);

// Starts one thread a function, lets all of them cross a start line together, and joins them.
// Everything before the call happens-before each function; everything in each function
// happens-before the return. A function must not throw.
void Concurrently(std::vector<std::function<void()>> functions);

// The same for `threads` threads that run `function(0)`, `function(1)`, ….
void Concurrently(int threads, const std::function<void(int)>& function);

// Says that the execution got to a point worth naming. Thread-safe. Adds no ordering between
// threads (memory_order_relaxed).
void Reached(std::string_view label);

// A scope in which `threads` threads ought to be able to be inside at once. The label is reached
// when they are. On real threads the constructor waits for the others, up to two seconds a label in
// all, so that a right answer always shows; in the explorer it never waits.
class Overlap {
 public:
  Overlap(std::string_view label, int threads);
  ~Overlap();
  Overlap(const Overlap&) = delete;
  Overlap& operator=(const Overlap&) = delete;

 private:
  std::string label_;
};

// Use after Explore(). True when some execution reached the label. On real threads a label that no
// Overlap waits for is left to the explorer, and is taken for reached.
bool WasReached(std::string_view label);

// Call first in a body whose contract wants waiting to block: a thread that waits there sleeps
// until another one wakes it. In the explorer, a thread of this execution is found as `forbidden`
// when it
//  * sleeps for a time (longer than zero), absl::SleepFor included;
//  * has to wait, and the wait has a time limit: wait_for, try_lock_for, AwaitWithTimeout, … A
//  limit
//    of zero is a look, and one that never comes is none;
//  * goes round and round: while all other threads stand still it makes 100 equal rounds (the same
//    operations on the same objects with the same values) and would never block. So a spin lock by
//    hand is forbidden, however short its sections. Fine are: a compare-exchange that is tried
//    again because others interfered, a loop around a wait, a hundred looks at most before a wait,
//    and the spinning of libstdc++, Abseil and oneTBB themselves.
// Not seen: a loop that counts its rounds in memory that others can reach, or that looks only
// through an atomic<shared_ptr> or a container of oneTBB. On real threads this does nothing: how
// long a loop took there is luck.
void ForbidPolling();

// Marks the message of a failed expectation: it is a finding of this kind, not a wrong value.
//   EXPECT_EQ(alive, 0) << racelab::As("leak") << "the queue kept " << alive << " items";
std::string As(std::string_view kind);

}  // namespace racelab

// Some schedule gets to `label`: how a check asks "is it still parallel?" without a stopwatch.
#define EXPECT_REACHABLE(label)             \
  EXPECT_TRUE(::racelab::WasReached(label)) \
      << ::racelab::As("not-parallel") << "in no execution: " << (label)

#endif  // RACELAB_SCENARIO_H_
