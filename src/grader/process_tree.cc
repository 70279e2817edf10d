#include "grader/process_tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/futex.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string_view>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"

namespace racelab {
namespace {

// The whole of a small /proc file; "" when it is not there or may not be read.
std::string Slurp(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return "";
  std::string text;
  std::array<char, 4096> buffer;
  for (ssize_t n; (n = read(fd, buffer.data(), buffer.size())) > 0;) text.append(buffer.data(), n);
  close(fd);
  return text;
}

// The entries of a folder that are numbers.
std::vector<pid_t> Numbers(const std::string& folder) {
  std::vector<pid_t> numbers;
  DIR* const directory = opendir(folder.c_str());
  if (directory == nullptr) return numbers;
  while (const dirent* entry = readdir(directory)) {
    int number = 0;
    if (absl::SimpleAtoi(entry->d_name, &number)) numbers.push_back(number);
  }
  closedir(directory);
  return numbers;
}

// The fields of /proc/PID/stat from the state on: a name may hold spaces and parentheses.
std::vector<std::string> StatFields(pid_t process) {
  const std::string stat = Slurp(absl::StrCat("/proc/", process, "/stat"));
  const std::size_t end_of_name = stat.rfind(')');
  if (end_of_name == std::string::npos) return {};
  return absl::StrSplit(stat.substr(end_of_name + 1), ' ', absl::SkipEmpty());
}

std::int64_t Integer(std::string_view text) {
  std::int64_t value = 0;
  return absl::SimpleAtoi(text, &value) ? value : 0;
}

// The value after `key` in a file of "Key:  value" lines.
std::string_view ValueOf(std::string_view text, std::string_view key) {
  std::size_t at = text.starts_with(key) ? 0 : text.find(absl::StrCat("\n", key));
  if (at == std::string_view::npos) return "";
  at = text.find_first_not_of("\n", at) + key.size();
  const std::size_t begin = text.find_first_not_of(" \t", at);
  const std::size_t end = text.find_first_of(" \n", begin);
  return begin == std::string_view::npos ? "" : text.substr(begin, end - begin);
}

// The slow way, for kernels without /proc/PID/task/TID/children: (parent, child) of all processes.
std::multimap<pid_t, pid_t> ParentsOfAll() {
  std::multimap<pid_t, pid_t> children;
  for (pid_t process : Numbers("/proc")) {
    const std::vector<std::string> fields = StatFields(process);
    if (fields.size() > 1) children.emplace(static_cast<pid_t>(Integer(fields[1])), process);
  }
  return children;
}

bool KernelListsChildren() {
  static const bool lists = access("/proc/thread-self/children", R_OK) == 0;
  return lists;
}

std::vector<pid_t> ListedChildren(pid_t process) {
  std::vector<pid_t> children;
  const std::string tasks = absl::StrCat("/proc/", process, "/task");
  for (pid_t task : Numbers(tasks)) {
    const std::string list = Slurp(absl::StrCat(tasks, "/", task, "/children"));
    for (std::string_view child : absl::StrSplit(list, ' ', absl::SkipEmpty())) {
      children.push_back(static_cast<pid_t>(Integer(child)));
    }
  }
  return children;
}

// "202 0x7f… 0x80 0x2 0x0 …", or "running", or "-1 …" when blocked outside of a system call.
void ReadSystemCall(TaskState& task) {
  const std::string text =
      Slurp(absl::StrCat("/proc/", task.process, "/task/", task.task, "/syscall"));
  std::int64_t number = -1;
  std::uint64_t a[6] = {};
  if (std::sscanf(text.c_str(),
                  "%" SCNd64 " %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64
                  " %" SCNx64,
                  &number, &a[0], &a[1], &a[2], &a[3], &a[4], &a[5]) < 7) {
    return;
  }
  task.system_call = number;
  std::copy(std::begin(a), std::end(a), std::begin(task.arguments));
}

bool WaitsOnFutexForever(const TaskState& task) {
  const std::uint64_t operation = task.arguments[1] & FUTEX_CMD_MASK;
  const bool waits = operation == FUTEX_WAIT || operation == FUTEX_WAIT_BITSET ||
                     operation == FUTEX_LOCK_PI || operation == FUTEX_WAIT_REQUEUE_PI;
  return waits && task.arguments[3] == 0;
}

// How long the threads of a process waited for a processor.
absl::Duration Starved(pid_t process) {
  absl::Duration starved;
  const std::string folder = absl::StrCat("/proc/", process, "/task");
  for (pid_t task : Numbers(folder)) {
    const std::string text = Slurp(absl::StrCat(folder, "/", task, "/schedstat"));
    const std::vector<std::string_view> times = absl::StrSplit(text, ' ');
    if (times.size() > 1) starved += absl::Nanoseconds(Integer(times[1]));
  }
  return starved;
}

}  // namespace

std::vector<pid_t> Children(pid_t process) {
  if (KernelListsChildren()) return ListedChildren(process);
  std::vector<pid_t> children;
  for (auto [parent, child] : ParentsOfAll()) {
    if (parent == process) children.push_back(child);
  }
  return children;
}

std::vector<pid_t> Descendants(pid_t root, std::size_t enough) {
  std::vector<pid_t> found = {root};
  std::multimap<pid_t, pid_t> parents;
  if (!KernelListsChildren()) parents = ParentsOfAll();
  for (std::size_t i = 0; i < found.size() && found.size() <= enough; ++i) {
    if (KernelListsChildren()) {
      const std::vector<pid_t> children = ListedChildren(found[i]);
      found.insert(found.end(), children.begin(), children.end());
      continue;
    }
    auto [begin, end] = parents.equal_range(found[i]);
    for (auto it = begin; it != end; ++it) found.push_back(it->second);
  }
  found.erase(found.begin());
  return found;
}

TreeUsage UsageOf(const std::vector<pid_t>& processes) {
  static const std::int64_t page_bytes = sysconf(_SC_PAGESIZE);
  static const double tick_s = 1.0 / static_cast<double>(sysconf(_SC_CLK_TCK));
  TreeUsage usage;
  for (pid_t process : processes) {
    const std::string memory = Slurp(absl::StrCat("/proc/", process, "/statm"));
    const std::vector<std::string_view> pages = absl::StrSplit(memory, ' ');
    if (pages.size() > 2) {
      usage.resident_bytes += (Integer(pages[1]) - Integer(pages[2])) * page_bytes;
    }
    const std::vector<std::string> stat = StatFields(process);
    if (stat.size() < 18) continue;
    // utime, stime, and those of the children it has waited for; then the number of threads.
    const std::int64_t ticks =
        Integer(stat[11]) + Integer(stat[12]) + Integer(stat[13]) + Integer(stat[14]);
    usage.cpu += absl::Seconds(static_cast<double>(ticks) * tick_s);
    usage.tasks += static_cast<int>(Integer(stat[17]));
    usage.starved += Starved(process);
  }
  return usage;
}

std::int64_t ProportionalBytes(const std::vector<pid_t>& processes) {
  std::int64_t bytes = 0;
  for (pid_t process : processes) {
    const std::string rollup = Slurp(absl::StrCat("/proc/", process, "/smaps_rollup"));
    bytes += Integer(ValueOf(rollup, "Pss:")) * 1024;
  }
  return bytes;
}

std::vector<TaskState> TasksOf(const std::vector<pid_t>& processes) {
  std::vector<TaskState> tasks;
  bool all_asleep = true;
  for (pid_t process : processes) {
    const std::string folder = absl::StrCat("/proc/", process, "/task");
    for (pid_t id : Numbers(folder)) {
      const std::string status = Slurp(absl::StrCat(folder, "/", id, "/status"));
      if (status.empty()) continue;
      TaskState task;
      task.process = process;
      task.task = id;
      task.state = absl::StrCat(ValueOf(status, "State:"), "?")[0];
      task.switches = Integer(ValueOf(status, "voluntary_ctxt_switches:")) +
                      Integer(ValueOf(status, "nonvoluntary_ctxt_switches:"));
      // All but the few that cannot or must not be blocked: what sanitizers do to their helpers.
      const std::string_view blocked = ValueOf(status, "SigBlk:");
      task.blocks_all_signals = std::count(blocked.begin(), blocked.end(), 'f') >= 10;
      all_asleep &= task.state == 'S' || task.state == 'Z';
      if (all_asleep) ReadSystemCall(task);
      tasks.push_back(task);
    }
  }
  return tasks;
}

bool SleepsForever(const TaskState& task) {
  if (task.state == 'Z' || task.state == 'X') return true;  // It has ended.
  if (task.state != 'S') return false;
  switch (task.system_call) {
    case SYS_futex:
      return WaitsOnFutexForever(task);
    case SYS_ppoll:
    case SYS_rt_sigtimedwait:
      return task.arguments[2] == 0;
    case SYS_epoll_pwait:
      return static_cast<int>(task.arguments[3]) < 0;
    case SYS_pselect6:
      return task.arguments[4] == 0;
#ifdef SYS_poll  // Not on every architecture.
    case SYS_poll:
      return static_cast<int>(task.arguments[2]) < 0;
    case SYS_select:
      return task.arguments[4] == 0;
    case SYS_epoll_wait:
      return static_cast<int>(task.arguments[3]) < 0;
    case SYS_pause:
    case SYS_open:
#endif
    case SYS_read:
    case SYS_readv:
    case SYS_write:
    case SYS_writev:
    case SYS_wait4:
    case SYS_waitid:
    case SYS_rt_sigsuspend:
    case SYS_recvfrom:
    case SYS_recvmsg:
    case SYS_sendto:
    case SYS_sendmsg:
    case SYS_accept:
    case SYS_accept4:
    case SYS_semop:
    case SYS_msgrcv:
    case SYS_msgsnd:
    case SYS_fcntl:
    case SYS_flock:
    case SYS_openat:
      return true;
    default:
      return false;
  }
}

void KillDescendants(pid_t root) {
  constexpr std::size_t kBatch = 64;
  const pid_t spared_group = getpgid(root);
  for (pid_t process : Descendants(root, kBatch)) {
    // A group is signalled at one stroke, however fast it forks.
    const pid_t group = getpgid(process);
    if (group > 1 && group != spared_group) kill(-group, SIGKILL);
    kill(process, SIGKILL);
  }
}

std::string ProcessName(pid_t process) {
  std::string name = Slurp(absl::StrCat("/proc/", process, "/comm"));
  if (!name.empty() && name.back() == '\n') name.pop_back();
  return name;
}

}  // namespace racelab
