#include "names.h"

#include <dirent.h>
#include <fcntl.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "process.h"

namespace racelab::faults {
namespace {

constexpr int kMaxDescriptors = kEventDescriptor;

struct Origin {
  const char* call = nullptr;
  std::uintptr_t pc = 0;
};
Origin origins[kMaxDescriptors];  // of this process

// "pipe:[1234]"
std::string TargetOf(int fd) {
  char target[200] = "";
  const std::string path = "/proc/self/fd/" + std::to_string(fd);
  const ssize_t bytes = readlink(path.c_str(), target, sizeof(target) - 1);
  return bytes < 0 ? "" : std::string(target, static_cast<size_t>(bytes));
}

std::string Describe(int fd) {
  const std::string target = TargetOf(fd);
  std::string what = target;
  if (target.rfind("pipe:", 0) == 0) {
    const int mode = fcntl(fd, F_GETFL) & O_ACCMODE;
    what = mode == O_RDONLY ? "the read end of a pipe" : "the write end of a pipe";
  } else if (target.rfind("socket:", 0) == 0) {
    what = "a socket";
  }
  return what;
}

void ReportDescriptors(const std::vector<int>& before) {
  for (const int fd : OpenDescriptors()) {
    if (std::binary_search(before.begin(), before.end(), fd)) continue;
    const Origin origin = fd < kMaxDescriptors ? origins[fd] : Origin();
    std::string message = "descriptor " + std::to_string(fd) + " was left open: " + Describe(fd);
    if (origin.call != nullptr) message += std::string(", from ") + origin.call + "()";
    ReportDefect("resource-leak", message, nullptr, 0, origin.pc);
  }
}

int NumberOf(pid_t pid) {
  for (int i = 0; i < std::min(g_control->processes.load(), kMaxProcesses); ++i) {
    if (g_control->process[i].pid == pid) return i;
  }
  return -1;
}

void ReportChild(pid_t pid, const char* what) {
  const int number = NumberOf(pid);
  const std::string name = number >= 0 ? ProcessName(number) : "process " + std::to_string(pid);
  ReportDefect("resource-leak", name + what, nullptr, 0,
               number >= 0 ? g_control->process[number].fork_pc : 0);
}

void ReportChildren() {
  for (;;) {
    siginfo_t info;
    std::memset(&info, 0, sizeof(info));
    if (waitid(P_ALL, 0, &info, WEXITED | WNOHANG) != 0) return;  // ECHILD: none is left.
    if (info.si_pid == 0) break;
    ReportChild(info.si_pid, " has ended and was never waited for: a zombie");
  }
  for (int i = 1; i < std::min(g_control->processes.load(), kMaxProcesses); ++i) {
    Process& child = g_control->process[i];
    if (child.parent == Self() && waitpid(child.pid, nullptr, WNOHANG) == 0) {
      ReportChild(child.pid, " was left running");
    }
  }
}

}  // namespace

std::string OwnName(const std::string& name) {
  const std::string rest = !name.empty() && name[0] == '/' ? name.substr(1) : name;
  return "/racelab-" + std::to_string(g_control->supervisor) + "-" + rest;
}

void NoteName(const std::string& own_name, bool semaphore, std::uintptr_t pc) {
  for (int i = 0; i < std::min(g_control->names_count.load(), kMaxNames); ++i) {
    if (own_name == g_control->names[i].text) return;
  }
  const int at = g_control->names_count.fetch_add(1);
  if (at >= kMaxNames) return;
  Name& name = g_control->names[at];
  std::snprintf(name.text, sizeof(name.text), "%s", own_name.c_str());
  name.semaphore = semaphore;
  name.pc = pc;
}

void NoteDescriptor(int fd, const char* call, std::uintptr_t pc) {
  if (fd >= 0 && fd < kMaxDescriptors) origins[fd] = {call, pc};
}

std::vector<int> OpenDescriptors() {
  std::vector<int> open;
  DIR* const folder = opendir("/proc/self/fd");
  if (folder == nullptr) return open;
  while (const dirent* entry = readdir(folder)) {
    const int fd = std::atoi(entry->d_name);
    if (entry->d_name[0] != '.' && fd != dirfd(folder) && fd != kEventDescriptor) {
      open.push_back(fd);
    }
  }
  closedir(folder);
  std::sort(open.begin(), open.end());
  return open;
}

void ReportWhatIsLeft(const std::vector<int>& before) {
  ReportChildren();
  ReportDescriptors(before);
}

void ReportAndRemoveNames() {
  for (int i = 0; i < std::min(g_control->names_count.load(), kMaxNames); ++i) {
    const Name& name = g_control->names[i];
    const int gone = name.semaphore ? sem_unlink(name.text) : shm_unlink(name.text);
    if (gone != 0) continue;
    const std::string text = name.text;
    const std::string own = "/" + text.substr(text.find('-', sizeof("/racelab-") - 1) + 1);
    ReportDefect("resource-leak",
                 std::string(name.semaphore ? "the semaphore \"" : "the shared memory \"") + own +
                     "\" was left behind in /dev/shm",
                 nullptr, 0, name.pc);
  }
}

}  // namespace racelab::faults
