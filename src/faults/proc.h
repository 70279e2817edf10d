// What /proc tells of a process that does not move.
#ifndef RACELAB_FAULTS_PROC_H_
#define RACELAB_FAULTS_PROC_H_

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace racelab::faults {

struct ProcState {
  char state = 'X';             // R, S, D, Z, …; X when it is gone
  std::int64_t cpu_ms = 0;      // used so far
  std::int64_t switches = 0;    // times it left a processor
  std::int64_t call = -1;       // the system call in which it sleeps
  bool sleeps_forever = false;  // in a call without a time limit
};
ProcState StateOf(pid_t pid);

// "read", "wait4"; "system call 123".
std::string SystemCallName(std::int64_t number);

// Children of this process, by the kernel's list.
std::vector<pid_t> OwnChildren();

// Children of `pid`.
std::vector<pid_t> ChildrenOf(pid_t pid);

// Of a blocked reader: the processes among `pids` that hold the other end of its pipe.
std::vector<pid_t> HoldersOfOtherEnd(pid_t blocked, int fd, bool blocked_reads,
                                     const std::vector<pid_t>& pids);

}  // namespace racelab::faults

#endif  // RACELAB_FAULTS_PROC_H_
