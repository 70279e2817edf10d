// The contract of lab 18: a red flag that tells everybody at a lake to stop and to go inside.
//
// Example:
//   std::unique_ptr<RedFlag> flag = MakeRedFlag();
//   std::jthread swimmer([&] { while (!flag->IsUp()) SwimOneLength(); });
//   std::jthread sleeper([&] { RunTo(flag->WaitUntilUp()); });
//   flag->Raise("boathouse");  // The swimmer stops, and the sleeper runs to the boathouse.
#ifndef LABS_18_STOP_SIGN_RED_FLAG_H_
#define LABS_18_STOP_SIGN_RED_FLAG_H_

#include <memory>
#include <string>

// Thread-safety: any number of threads may call any method at the same time. Destroying a flag is
// not among them: nobody may use it any more by then.
// Waiting: only WaitUntilUp() waits for the flag, and who waits there sleeps until somebody wakes
// it. No call may sleep for a time, wait with a time limit, or go round and round looking.
// Memory order: what a thread did before the Raise() that put the flag up happens-before the return
// of every WaitUntilUp(), and of every IsUp() that returns true.
class RedFlag {
 public:
  virtual ~RedFlag() = default;

  // Puts the flag up, for good. The first call says where everybody is to go; every other call
  // changes nothing. Whichever it was, the flag is up when it returns. Does not wait for anybody
  // who waits for the flag.
  virtual void Raise(const std::string& shelter) = 0;

  // Whether the flag is up. Returns at once, so that a thread with work to do may ask at every
  // turn. A thread that was told true is never told false again.
  virtual bool IsUp() const = 0;

  // Waits until the flag is up, and returns the shelter. Returns at once ever after, the same.
  virtual std::string WaitUntilUp() const = 0;
};

// Makes a flag that is down.
std::unique_ptr<RedFlag> MakeRedFlag();

#endif  // LABS_18_STOP_SIGN_RED_FLAG_H_
