// What the harness is tried on: small concurrent pieces, right and wrong, built as a submission is.
#ifndef RACELAB_TESTS_SCENARIO_SUBJECT_H_
#define RACELAB_TESTS_SCENARIO_SUBJECT_H_

#include <functional>
#include <memory>

class Account {
 public:
  virtual ~Account() = default;
  virtual void Withdraw(int amount) = 0;  // does nothing when the balance is too small
  virtual int Balance() = 0;
};

// Wrong: the balance is read under the lock and lowered under it, with the lock given up between.
std::unique_ptr<Account> MakeStdMutexAccount();
std::unique_ptr<Account> MakeAbslMutexAccount();
// Wrong in the same way with an atomic: instrumented only in the `tsan` variant.
std::unique_ptr<Account> MakeAtomicAccount();

// Right: passes an int from one thread to another through what ThreadSanitizer does not know.
class Handover {
 public:
  virtual ~Handover() = default;
  virtual void Give(int value) = 0;
  virtual int Take() = 0;  // 0 when nothing was given yet
};
std::unique_ptr<Handover> MakeFenceHandover();
std::unique_ptr<Handover> MakeTimedMutexHandover();
std::unique_ptr<Handover> MakeSharedTimedMutexHandover();
std::unique_ptr<Handover> MakeAtomicSharedPtrHandover();

// Right: std::call_once from several threads, with an initializer that throws the first time.
class FirstUse {
 public:
  virtual ~FirstUse() = default;
  virtual int Value() = 0;
};
std::unique_ptr<FirstUse> MakeFirstUseThatThrowsOnce();

// Takes a lock that lets everybody in, or one at a time, and calls `inside`.
void EnterTogether(const std::function<void()>& inside);
void EnterAlone(const std::function<void()>& inside);

#endif  // RACELAB_TESTS_SCENARIO_SUBJECT_H_
