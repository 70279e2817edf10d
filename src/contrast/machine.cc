#include "contrast/machine.h"

#include <sched.h>
#include <sys/times.h>
#include <sys/utsname.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>

namespace racelab::contrast {
namespace {

// What follows "name…:" in a file of such lines.
std::string Field(const std::string& path, const std::string& name) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(name)) continue;
    const std::size_t value = line.find_first_not_of(" \t", line.find(':') + 1);
    return value == std::string::npos ? "" : line.substr(value);
  }
  return "";
}

double Kib(const std::string& field) { return std::strtod(field.c_str(), nullptr); }

std::string Proc(pid_t pid, const char* file) {
  return "/proc/" + std::to_string(pid) + "/" + file;
}

std::string Now() {
  const std::time_t now = std::time(nullptr);
  char text[64];
  std::strftime(text, sizeof text, "%Y-%m-%d %H:%M UTC", std::gmtime(&now));
  return text;
}

}  // namespace

Machine ThisMachine() {
  Machine machine;
  machine.processor = Field("/proc/cpuinfo", "model name");
  if (machine.processor.empty()) machine.processor = "unknown processor";
  machine.cores = static_cast<int>(UsableCores().size());
  utsname names;
  if (uname(&names) == 0) machine.kernel = std::string(names.sysname) + " " + names.release;
#ifdef __clang__
  machine.compiler = "clang++ " __clang_version__;
#else
  machine.compiler = "g++ " __VERSION__;
#endif
  machine.date = Now();
  return machine;
}

LoadMeter::LoadMeter() : begin_(Now()) {}

LoadMeter::Ticks LoadMeter::Now() {
  Ticks ticks;
  tms own;
  ticks.wall = static_cast<double>(times(&own));
  ticks.own = static_cast<double>(own.tms_utime + own.tms_stime + own.tms_cutime + own.tms_cstime);
  // The first line of /proc/stat: "cpu user nice system idle iowait irq softirq steal …".
  std::ifstream file("/proc/stat");
  std::string name;
  double user = 0, nice = 0, system = 0, idle = 0, iowait = 0, irq = 0, softirq = 0, steal = 0;
  file >> name >> user >> nice >> system >> idle >> iowait >> irq >> softirq >> steal;
  ticks.busy = user + nice + system + irq + softirq + steal;
  return ticks;
}

double LoadMeter::OthersCores() const {
  const Ticks now = Now();
  const double others = (now.busy - begin_.busy) - (now.own - begin_.own);
  return std::max(0.0, others / std::max(1.0, now.wall - begin_.wall));
}

const std::vector<int>& UsableCores() {
  static const std::vector<int> cores = [] {
    cpu_set_t set;
    std::vector<int> usable;
    if (sched_getaffinity(0, sizeof set, &set) != 0) return std::vector<int>{0};
    for (int core = 0; core < CPU_SETSIZE; ++core) {
      if (CPU_ISSET(core, &set)) usable.push_back(core);
    }
    return usable;
  }();
  return cores;
}

void PinTo(int core) {
  cpu_set_t set;
  CPU_ZERO(&set);
  CPU_SET(core, &set);
  sched_setaffinity(0, sizeof set, &set);  // Where it is refused the scheduler chooses, as always.
}

double PssKib(pid_t pid) { return Kib(Field(Proc(pid, "smaps_rollup"), "Pss:")); }

double StatusKib(pid_t pid, const char* name) {
  return Kib(Field(Proc(pid, "status"), std::string(name) + ":"));
}

}  // namespace racelab::contrast
