// The contract of lab 17: a round table at which each fork lies between two philosophers.
//
// Example, at a table for three:
//   std::unique_ptr<Table> table = MakeTable(3);
//   table->PickUp(2);   // Takes fork 2, to the left of seat 2, and fork 0, to its right.
//   Eat();
//   table->PutDown(2);  // Now seat 0 or seat 1 can eat.
#ifndef LABS_17_DINING_TABLE_H_
#define LABS_17_DINING_TABLE_H_

#include <memory>

// Seats are numbered from 0, forks too: fork `i` lies to the left of seat `i`, and to the right of
// seat `i - 1`; fork 0 to the right of the last one. At a table for two, both use both forks.
//
// Thread-safety: any number of threads may call any method at the same time, each for a seat of its
// own: a philosopher does not pick up twice without putting down.
// Progress: if whoever eats puts down one day, every PickUp() ends. A philosopher who thinks, and
// neither eats nor wants to, keeps nobody waiting, however long he thinks.
// Parallel: two philosophers without a common fork can eat at the same time.
class Table {
 public:
  virtual ~Table() = default;

  // Takes both forks of `seat`, and waits for them as long as that takes. Until PutDown(seat)
  // nobody else has one of them: two neighbours never eat at the same time.
  virtual void PickUp(int seat) = 0;

  // Puts both forks of `seat` back. Called by the thread that picked them up. Waits for nobody who
  // eats or wants to eat.
  //
  // Memory order: a PutDown() happens-before the return of every later PickUp() that takes one of
  // its forks.
  virtual void PutDown(int seat) = 0;
};

// Lays a table for `seats` philosophers, at least two. All forks are on it.
std::unique_ptr<Table> MakeTable(int seats);

#endif  // LABS_17_DINING_TABLE_H_
