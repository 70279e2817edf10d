// YOUR FILE: the only one that is graded.
//
// A pair of sockets for each child; the threads bring theirs home as futures.
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <future>
#include <vector>

#include "tally.h"

std::int64_t TallyInProcesses(int workers, const Work& work) {
  struct Child {
    pid_t pid;
    int socket;
  };
  std::vector<Child> children;
  for (int worker = 0; worker < workers; ++worker) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) break;
    const pid_t pid = fork();
    if (pid == 0) {
      const std::int64_t found = work(worker);
      _exit(write(ends[1], &found, sizeof(found)) == sizeof(found) ? 0 : 1);
    }
    close(ends[1]);
    children.push_back({pid, ends[0]});
  }
  std::int64_t tally = 0;
  for (const Child& child : children) {
    std::int64_t found = 0;
    if (read(child.socket, &found, sizeof(found)) == sizeof(found)) tally += found;
    close(child.socket);
    waitpid(child.pid, nullptr, 0);
  }
  return tally;
}

std::int64_t TallyInThreads(int workers, const Work& work) {
  std::vector<std::future<std::int64_t>> results;
  for (int worker = 0; worker < workers; ++worker) {
    results.push_back(std::async(std::launch::async, [&, worker] { return work(worker); }));
  }
  std::int64_t tally = 0;
  for (std::future<std::int64_t>& result : results) tally += result.get();
  return tally;
}
