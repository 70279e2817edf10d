#include "stuck.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "proc.h"
#include "process.h"

namespace racelab::faults {
namespace {

int Count() { return std::min(g_control->processes.load(), kMaxProcesses); }

bool IsAlive(const Process& process) {
  const State state = process.state.load();
  return state != State::kOver && state != State::kUnused;
}

bool WaitsForAnEnd(const Process& process) {
  return std::strncmp(process.waits_in, "wait", 4) == 0 ||
         std::strcmp(process.waits_in, "the end of the others") == 0;
}

int NumberOf(pid_t pid) {
  for (int i = 0; i < Count(); ++i) {
    if (g_control->process[i].pid == pid) return i;
  }
  return -1;
}

std::string CallName(const char* name) {
  return std::strchr(name, ' ') != nullptr || std::strchr(name, '(') != nullptr
             ? name
             : std::string(name) + "()";
}

// "; the write end of its pipe is still open in the parent"
std::string WhoHoldsThePipe(const Process& process) {
  const bool reads = std::strcmp(process.waits_in, "write") != 0;
  std::vector<pid_t> alive;
  for (int i = 0; i < Count(); ++i) {
    if (IsAlive(g_control->process[i])) alive.push_back(g_control->process[i].pid);
  }
  std::string who;
  for (const pid_t pid : HoldersOfOtherEnd(process.pid, process.descriptor, reads, alive)) {
    if (!who.empty()) who += " and ";
    who += pid == process.pid ? "this process itself" : ProcessName(NumberOf(pid));
  }
  if (who.empty()) return "";
  return std::string(" (the ") + (reads ? "write" : "read") + " end of its pipe is open in " + who +
         ")";
}

std::string WhoOwnsTheLock(const Process& process) {
  if (process.owner == process.pid) return " (it holds that lock itself)";
  const int owner = NumberOf(process.owner);
  if (owner < 0) return "";
  const bool alive = IsAlive(g_control->process[owner]);
  return " (held by " + ProcessName(owner) + (alive ? ")" : ", which has died)");
}

std::string DescribeWait(int number) {
  const Process& process = g_control->process[number];
  std::string text = ProcessName(number) + " waits ";
  text +=
      (WaitsForAnEnd(process) && std::strchr(process.waits_in, ' ') != nullptr ? "for " : "in ") +
      CallName(process.waits_in);
  if (process.descriptor >= 0) text += WhoHoldsThePipe(process);
  if (process.hint != nullptr) {
    text += std::string(": ") + process.hint;
  } else if (process.owner != 0) {
    text += WhoOwnsTheLock(process);
  }
  return text;
}

std::vector<std::uintptr_t> Callers(const std::uintptr_t* pcs) {
  std::vector<std::uintptr_t> all;
  for (int i = 0; i < kMaxCallers; ++i) {
    if (pcs[i] != 0) all.push_back(pcs[i]);
  }
  return all;
}

}  // namespace

Defect DescribeStuck() {
  Defect defect;
  std::string waits;
  int blocked = 0;
  bool sleeps = false;
  for (int pass = 0; pass < 2; ++pass) {  // first those who do not wait for an end
    for (int i = 0; i < Count(); ++i) {
      const Process& process = g_control->process[i];
      if (!IsAlive(process) || WaitsForAnEnd(process) != (pass == 1)) continue;
      waits += (waits.empty() ? "" : "; ") + DescribeWait(i);
      if (defect.pcs.empty()) {
        defect.pcs = Callers(process.pcs);
        defect.process = i;
      }
      blocked += pass == 0 ? 1 : 0;
      sleeps |= pass == 0 && process.waits_for_wakeup;
    }
  }
  defect.kind = g_control->killed_one ? "hang"
                : sleeps              ? "lost-wakeup"
                : blocked >= 2        ? "deadlock"
                                      : "hang";
  defect.message = "nobody can go on: " + waits;
  return defect;
}

Defect DescribeLivelock() {
  Defect defect;
  defect.kind = "livelock";
  defect.message =
      "after " + std::to_string(kMaxSteps) + " steps the execution has not come to an end";
  for (int i = 0; i < Count(); ++i) {
    if (!IsAlive(g_control->process[i]) || g_control->process[i].state.load() == State::kBlocked) {
      continue;
    }
    defect.process = i;
    defect.message += "; " + ProcessName(i) + " goes round in circles";
    defect.pcs = LastCallOf(i);
  }
  return defect;
}

Defect DescribeStandstill(const std::vector<pid_t>& pids, bool running) {
  Defect defect;
  defect.kind = "hang";
  defect.message = running ? "the processes run and run" : "nobody can go on";
  for (const pid_t pid : pids) {
    const ProcState state = StateOf(pid);
    if (state.state == 'Z' || state.state == 'X') continue;
    const int number = NumberOf(pid);
    defect.message += std::string(defect.message.back() == 'n' ? ": " : "; ") +
                      (number < 0 ? "process " + std::to_string(pid) : ProcessName(number)) +
                      (state.call < 0 ? " runs" : " waits in " + SystemCallName(state.call));
  }
  return defect;
}

ProcessEnd DescribeProcess(int number) {
  const Process& process = g_control->process[number];
  ProcessEnd end;
  end.process = number;
  end.over = !IsAlive(process);
  if (process.killed) {
    end.did = "was killed";
  } else if (end.over) {
    end.did = "has ended";
  } else if (process.state.load() == State::kBlocked) {
    end.did = "waits in " + CallName(process.waits_in);
    end.pcs = Callers(process.pcs);
  } else {
    end.did = "runs";
  }
  return end;
}

std::vector<std::uintptr_t> LastCallOf(int number) {
  for (int i = g_control->steps_count; i-- > 0;) {
    if (g_control->steps[i].process == number) return Callers(g_control->steps[i].pcs);
  }
  return {};
}

}  // namespace racelab::faults
