// The contract of lab 25: a machine in which threads bring single atoms and go home as water.
//
// Example:
//   std::unique_ptr<Reactor> machine = MakeReactor([](Atom) { ... });
//   std::jthread first([&] { machine->Hydrogen(); });
//   std::jthread second([&] { machine->Hydrogen(); });   // Both wait …
//   machine->Oxygen();                                   // … until this one comes.
#ifndef LABS_25_MOLECULES_REACTOR_H_
#define LABS_25_MOLECULES_REACTOR_H_

#include <functional>
#include <memory>

enum class Atom { kHydrogen, kOxygen };

// What happens to an atom when its molecule is formed. It takes its time, may not call the machine,
// and does not throw.
using Bond = std::function<void(Atom)>;

// Makes water: each molecule is two hydrogens and one oxygen.
//
// Thread-safety: any number of threads may call both methods at the same time. A call brings one
// atom, and does this:
// - It waits until the atom belongs to a molecule: two calls of Hydrogen() and one of Oxygen() that
//   wait at the same time. So a call never belongs to the same molecule as one that returned before
//   it began. Which of the waiting atoms come together is left open; but whenever two hydrogens and
//   one oxygen wait and no molecule is being bonded, a molecule is formed.
// - Then it calls the bond once, for its own atom, in its own thread. The three bonds of a molecule
//   may run one after the other in any order, or at the same time.
// - Then it returns. It may wait for the two other bonds of its molecule first.
// Molecules are made one at a time: when the first bond of a molecule begins, all three bonds of
// each earlier one have returned.
//
// Waiting blocks: the thread sleeps until there is something to do for it. No call sleeps for a
// time, waits with a limit, or goes round and round looking.
//
// Memory order: what the three threads of a molecule did before their calls is seen by its three
// bonds; what the bonds of a molecule did is seen by the bonds of every later one.
class Reactor {
 public:
  virtual ~Reactor() = default;

  virtual void Hydrogen() = 0;
  virtual void Oxygen() = 0;
};

std::unique_ptr<Reactor> MakeReactor(Bond bond);

#endif  // LABS_25_MOLECULES_REACTOR_H_
