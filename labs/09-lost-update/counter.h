// The contract of lab 09: a counter that many threads share.
//
// Example:
//   std::unique_ptr<Counter> visitors = MakeCounter();
//   std::jthread north([&] { visitors->Increment(); });
//   std::jthread south([&] { visitors->Increment(); });
//   // After both have been joined, visitors->Value() is 2: never 1.
#ifndef LABS_09_LOST_UPDATE_COUNTER_H_
#define LABS_09_LOST_UPDATE_COUNTER_H_

#include <memory>

// Thread-safety: any number of threads may call any method at the same time. Destroying a counter
// is not among them: nobody may use it any more by then.
class Counter {
 public:
  virtual ~Counter() = default;

  // Adds one. Every call counts, whichever thread makes it and whatever the others do meanwhile.
  virtual void Increment() = 0;

  // The number of visitors so far. Every Increment() that happens-before this call is included:
  // those of this thread, and those of a thread that has been joined. Of an Increment() that runs
  // at the same time, the value shows all or nothing. A thread that asks twice never sees it fall.
  //
  // Memory order: the value is the only thing promised. Seeing a number does not make anything else
  // visible that the counting threads wrote, so no stronger order than this is needed inside.
  virtual int Value() const = 0;
};

// Makes a counter of its own that stands at 0.
std::unique_ptr<Counter> MakeCounter();

#endif  // LABS_09_LOST_UPDATE_COUNTER_H_
