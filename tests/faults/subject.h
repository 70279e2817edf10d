// Small programs of processes, each with one known mistake or none: what the fault explorer is
// tested on. Built as a submission is.
#ifndef RACELAB_TESTS_FAULTS_SUBJECT_H_
#define RACELAB_TESTS_FAULTS_SUBJECT_H_

namespace subject {

// A child sends 8 bytes, or 0 … 9999. Returns how many came by one read(), or by as many as needed.
int ReceiveByOneRead();
int ReceiveByLoop();
int SendLongByOneWrite();

// Two children add 1 each to a number in shared memory, in two steps; the first sleeps before when
// `sleeps`. Returns the sum.
int AddInTwoSteps(bool sleeps);
// … in one step.
int AddInOneStep();

// Each leaves one thing behind.
void LeaveADescriptor();
void LeaveAZombie();
void LeaveAChildRunning();
void LeaveAName();

void WaitForOneself();     // reads a pipe whose write end it holds
void WaitForEachOther();   // two children lock two process-shared mutexes crosswise
void WaitForADeadOwner();  // a child takes a mutex; the parent takes it afterwards
void MissAWakeup();        // tests, then sleeps on a futex, which was woken in between
void GoRoundInCircles();   // two children wait for each other's flag by sched_yield()
void WriteToNobody();      // SIGPIPE
void ReturnTwice();        // the child comes back to the caller
int ForkUnchecked();       // -1 when there are no more processes

}  // namespace subject

#endif  // RACELAB_TESTS_FAULTS_SUBJECT_H_
