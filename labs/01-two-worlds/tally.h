// The contract of lab 01: the same tally, made by processes and made by threads.
//
// Example:
//   const auto count = [](int worker) { return std::int64_t{10} + worker; };
//   TallyInProcesses(3, count);  // 33
//   TallyInThreads(3, count);    // 33
#ifndef LABS_01_TWO_WORLDS_TALLY_H_
#define LABS_01_TWO_WORLDS_TALLY_H_

#include <cstdint>
#include <functional>

// What one worker finds: any 64-bit number, below zero as well. It does not throw.
using Work = std::function<std::int64_t(int worker)>;

// Runs work(0), work(1), … work(workers-1), each in a child process of its own and all of them at
// the same time, and returns the sum of what they found (0 without workers). Blocks until all have
// ended.
//
// What `work` writes to memory stays in its process: the caller sees the sum and nothing else. A
// child does its work and ends there; text that the caller has printed, and that is still in a
// stdio buffer, is the caller's to write out, once. Afterwards there is no child left, living or
// dead, and no file descriptor that was not open before.
// Thread-safety: none, call it while this is the only thread: a child gets a copy of the thread
// that called fork(), and of no other.
std::int64_t TallyInProcesses(int workers, const Work& work);

// The same, each work in a thread of its own, all at the same time. What `work` writes to memory is
// seen by everybody, and happens-before the return.
std::int64_t TallyInThreads(int workers, const Work& work);

#endif  // LABS_01_TWO_WORLDS_TALLY_H_
