// The contract of lab 02: each job runs in a process of its own, and reports through a pipe.
//
// Example:
//   std::optional<std::vector<std::string>> reports =
//       CollectReports(3, [](int job) { return "job " + std::to_string(job) + " is done"; });
//   // *reports is {"job 0 is done", "job 1 is done", "job 2 is done"}.
#ifndef LABS_02_PIPES_COLLECT_H_
#define LABS_02_PIPES_COLLECT_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

// Runs job(0) … job(jobs - 1), each in a child process of its own, all at the same time, and
// returns what they returned, in the order of the jobs. `job` is called in children only, never in
// the calling process. A report is any string: empty, with zeros in it, or longer than a pipe holds
// (64 KiB).
//
// Returns nothing when the system gives no process, no pipe or no memory, or when a child ended
// without its whole report (a signal may kill it at any point).
//
// Whatever the outcome, on return every child has ended and has been waited for, and no descriptor
// is open that was not open before.
//
// Signals: the calling program may have handlers without SA_RESTART. A call that waits then fails
// with EINTR now and then; nothing has happened, and it is to be made again. read() and write() may
// also do a part of what they were asked for: both say how much.
//
// Blocks until all children have ended. Not for two threads at the same time.
std::optional<std::vector<std::string>> CollectReports(int jobs,
                                                       const std::function<std::string(int)>& job);

#endif  // LABS_02_PIPES_COLLECT_H_
