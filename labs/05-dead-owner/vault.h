// The contract of lab 05: a vault in shared memory whose users may die at any moment.
//
// Example:
//   std::unique_ptr<Vault> vault = MakeVault(100);
//   if (fork() == 0) {
//     vault->Move(10);  // … and a signal kills the child somewhere in here
//     _exit(0);
//   }
//   wait(nullptr);
//   // vault->Count() is {100, 0} or {90, 10}. It is never {90, 0}, and it does not wait for ever.
#ifndef LABS_05_DEAD_OWNER_VAULT_H_
#define LABS_05_DEAD_OWNER_VAULT_H_

#include <memory>

struct Boxes {
  int left;
  int right;
};

// Two boxes of coins. No coin ever appears or vanishes: left + right stays what it was at first.
//
// Processes: a vault is made before fork(), and every process forked afterwards may call any method
// at the same time as the others. Each call takes effect at one moment, also as others see it.
//
// Death: a process may be killed (SIGKILL) or stopped at any point of a call. A Move() whose
// process was killed has happened as a whole or not at all. The vault stays usable for all others,
// for any number of calls.
//
// Blocking: a call may wait for a living process that is inside of a call, however long that takes
// it. It never waits for a dead one.
class Vault {
 public:
  // Gives back what this process holds of the vault. The others may go on using theirs.
  virtual ~Vault() = default;

  // Moves `coins` from the left box to the right one; a negative number the other way. The boxes
  // may hold less than nothing: they belong to bankers. Never fails.
  virtual void Move(int coins) = 0;

  virtual Boxes Count() const = 0;
};

// Makes a vault with `coins` in the left box. Leaves nothing behind when the last process is done.
std::unique_ptr<Vault> MakeVault(int coins);

#endif  // LABS_05_DEAD_OWNER_VAULT_H_
