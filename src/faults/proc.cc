#include "proc.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

namespace racelab::faults {
namespace {

std::string PathOf(pid_t pid, const std::string& file) {
  return "/proc/" + std::to_string(pid) + "/" + file;
}

std::string ReadAll(const std::string& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// Whether a sleep in this call ends only by something that another process does.
bool HasNoTimeLimit(std::int64_t call, const unsigned long long* arguments) {
  switch (call) {
    case SYS_read:
    case SYS_write:
    case SYS_wait4:
    case SYS_waitid:
    case SYS_pause:
    case SYS_rt_sigsuspend:
    case SYS_fcntl:
    case SYS_flock:
    case SYS_recvfrom:
    case SYS_sendto:
    case SYS_openat:
      return true;
    case SYS_futex:
      return arguments[3] == 0;
    case SYS_poll:
      return static_cast<int>(arguments[2]) < 0;
    case SYS_select:
    case SYS_pselect6:
      return arguments[4] == 0;
    case SYS_ppoll:
      return arguments[2] == 0;
    default:
      return false;
  }
}

std::vector<pid_t> ReadPids(const std::string& path) {
  std::vector<pid_t> pids;
  std::ifstream in(path);
  for (pid_t pid; in >> pid;) pids.push_back(pid);
  return pids;
}

// "pipe:[1234]" of a descriptor of another process; "" for anything else.
std::string PipeOf(const std::string& link) {
  char target[100] = "";
  const ssize_t bytes = readlink(link.c_str(), target, sizeof(target) - 1);
  const std::string text(target, bytes < 0 ? 0 : static_cast<size_t>(bytes));
  return text.rfind("pipe:", 0) == 0 ? text : "";
}

bool MayRead(pid_t pid, const std::string& fd) {
  const std::string info = ReadAll(PathOf(pid, "fdinfo/" + fd));
  const size_t at = info.find("flags:");
  if (at == std::string::npos) return false;
  return (std::strtol(info.c_str() + at + 6, nullptr, 8) & O_ACCMODE) != O_WRONLY;
}

}  // namespace

ProcState StateOf(pid_t pid) {
  ProcState state;
  const std::string stat = ReadAll(PathOf(pid, "stat"));
  const size_t name_end = stat.rfind(')');
  if (name_end == std::string::npos) return state;
  std::istringstream fields(stat.substr(name_end + 2));
  fields >> state.state;
  std::int64_t field = 0;
  std::int64_t ticks = 0;
  for (int i = 4; i <= 15 && fields >> field; ++i) {
    if (i == 14 || i == 15) ticks += field;
  }
  state.cpu_ms = ticks * 1000 / sysconf(_SC_CLK_TCK);
  const std::string status = ReadAll(PathOf(pid, "status"));
  for (const char* key : {"\nvoluntary_ctxt_switches:", "\nnonvoluntary_ctxt_switches:"}) {
    const size_t at = status.find(key);
    if (at != std::string::npos) state.switches += std::atoll(status.c_str() + at + strlen(key));
  }
  unsigned long long arguments[6] = {};
  long long call = -1;
  const std::string line = ReadAll(PathOf(pid, "syscall"));
  const int read =
      std::sscanf(line.c_str(), "%lld %llx %llx %llx %llx %llx %llx", &call, &arguments[0],
                  &arguments[1], &arguments[2], &arguments[3], &arguments[4], &arguments[5]);
  if (read == 7 && state.state == 'S') {
    state.call = call;
    state.sleeps_forever = HasNoTimeLimit(call, arguments);
  }
  return state;
}

std::string SystemCallName(std::int64_t number) {
  switch (number) {
    case SYS_read:
      return "read";
    case SYS_write:
      return "write";
    case SYS_wait4:
      return "waitpid";
    case SYS_waitid:
      return "waitid";
    case SYS_futex:
      return "a lock, a semaphore or a condition variable (futex)";
    case SYS_poll:
      return "poll";
    case SYS_fcntl:
      return "fcntl";
    case SYS_flock:
      return "flock";
    case SYS_pause:
      return "pause";
    case SYS_rt_sigsuspend:
      return "sigsuspend";
    default:
      return "system call " + std::to_string(number);
  }
}

std::vector<pid_t> OwnChildren() {
  std::vector<pid_t> all;
  DIR* const folder = opendir("/proc/self/task");
  if (folder == nullptr) return all;
  while (const dirent* entry = readdir(folder)) {
    if (entry->d_name[0] == '.') continue;
    const std::string path = std::string("/proc/self/task/") + entry->d_name + "/children";
    for (const pid_t pid : ReadPids(path)) all.push_back(pid);
  }
  closedir(folder);
  return all;
}

std::vector<pid_t> ChildrenOf(pid_t pid) {
  return ReadPids(PathOf(pid, "task/" + std::to_string(pid) + "/children"));
}

std::vector<pid_t> HoldersOfOtherEnd(pid_t blocked, int fd, bool blocked_reads,
                                     const std::vector<pid_t>& pids) {
  std::vector<pid_t> holders;
  const std::string pipe = PipeOf(PathOf(blocked, "fd/" + std::to_string(fd)));
  if (pipe.empty()) return holders;
  for (const pid_t pid : pids) {
    const std::string folder_path = PathOf(pid, "fd");
    DIR* const folder = opendir(folder_path.c_str());
    if (folder == nullptr) continue;
    bool holds = false;
    while (const dirent* entry = readdir(folder)) {
      if (entry->d_name[0] == '.') continue;
      if (PipeOf(folder_path + "/" + entry->d_name) == pipe &&
          MayRead(pid, entry->d_name) != blocked_reads) {
        holds = true;
      }
    }
    closedir(folder);
    if (holds) holders.push_back(pid);
  }
  return holders;
}

}  // namespace racelab::faults
