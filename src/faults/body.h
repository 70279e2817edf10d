// The part of an execution that runs in the scenario's own processes.
#ifndef RACELAB_FAULTS_BODY_H_
#define RACELAB_FAULTS_BODY_H_

#include <sys/types.h>

#include <functional>
#include <vector>

namespace racelab::faults {

// In the process just forked for it: runs the body, reports what it leaves behind, and ends.
[[noreturn]] void RunBodyAndExit(const std::function<void()>& body);

// racelab::Process: starts one, with its number; 0 when there are no more processes. Waits for one.
pid_t StartProcess(const std::function<void()>& function, int& number);
void AwaitProcess(pid_t pid, int number);

// racelab::Concurrently: each function in a child process, and waits for all.
void RunInProcesses(const std::vector<std::function<void()>>& functions);

}  // namespace racelab::faults

#endif  // RACELAB_FAULTS_BODY_H_
