// The contract of lab 23: a group of hikers who wait for each other at every hut.
//
// Example, for a group of two:
//   std::unique_ptr<Group> group = MakeGroup(2);
//   std::jthread slow([&] { Walk(); group->Meet(); Walk(); group->Meet(); });
//   Run(); group->Meet();  // Waits at the first hut, until the slow one has come there too.
//   Run(); group->Meet();  // The same at the second.
#ifndef LABS_23_RENDEZVOUS_GROUP_H_
#define LABS_23_RENDEZVOUS_GROUP_H_

#include <memory>

// A group is as many threads as MakeGroup() was told, always the same ones, and only they call
// Meet(). A thread may be in more than one group.
//
// Thread-safety: all threads of a group may call Meet() at the same time.
// Waiting: a thread that waits sleeps until another one wakes it. No call may sleep for a time,
// wait with a time limit, or go round and round looking. Memory order: what any thread of the group
// did before it called Meet() at a hut happens-before the return of every Meet() at the same hut.
class Group {
 public:
  virtual ~Group() = default;

  // A thread's first call is its arrival at the first hut, its second at the second, and so on
  // without an end. Waits until every thread of the group has arrived at that hut. Returns then,
  // whatever the others do next: some may be at the next hut before this call has returned.
  virtual void Meet() = 0;
};

// Makes a group of `hikers` threads, at least one. Nobody uses it any more when it is destroyed.
std::unique_ptr<Group> MakeGroup(int hikers);

#endif  // LABS_23_RENDEZVOUS_GROUP_H_
