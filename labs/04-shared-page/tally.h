// The contract of lab 04: a tally that several processes keep in one page of shared memory.
//
// Example:
//   std::unique_ptr<Tally> votes = MakeTally();
//   if (fork() == 0) {
//     votes->Add(3);  // in the child
//     _exit(0);
//   }
//   wait(nullptr);
//   // votes->Total() is 3 in the parent as well: child and parent look at the same page.
#ifndef LABS_04_SHARED_PAGE_TALLY_H_
#define LABS_04_SHARED_PAGE_TALLY_H_

#include <memory>

// Processes: a tally is made before fork(), and every process forked afterwards may call any method
// at the same time as the others. A process may be stopped for a long while at any point of a call.
// Each process has an object of its own (fork() copies it); what it counts is one and the same.
//
// Blocking: a call may wait while another process is inside of a call, and for nothing else.
class Tally {
 public:
  // Gives back what this process holds of the tally. The others may go on using theirs.
  virtual ~Tally() = default;

  // Adds `votes` (1 or more) to the total. Every call counts, whichever process makes it.
  virtual void Add(int votes) = 0;

  // The sum over all processes. Every Add() that has returned by now is included, of whatever
  // process. Of an Add() that runs at the same time, the total shows all or nothing.
  virtual int Total() const = 0;
};

// Makes a tally that stands at 0, apart from all others. It needs no name, in the file system or
// elsewhere, and leaves nothing behind when the last process is done with it.
std::unique_ptr<Tally> MakeTally();

#endif  // LABS_04_SHARED_PAGE_TALLY_H_
