// What the numbers depend on: the machine, and how busy it was.
#ifndef RACELAB_CONTRAST_MACHINE_H_
#define RACELAB_CONTRAST_MACHINE_H_

#include <sys/types.h>

#include <string>
#include <vector>

namespace racelab::contrast {

struct Machine {
  std::string processor;  // "Intel(R) Xeon(R) …"
  int cores = 0;          // that this process may use
  std::string kernel;     // "Linux 6.1.0"
  std::string compiler;   // "g++ 12.2.0"
  std::string date;       // "2026-11-24 19:30 UTC"
  double others = 0;      // cores that other programs kept busy while we measured, on average

  // The amounts are then higher than they would be in peace.
  bool busy() const { return others > 0.25; }
};

Machine ThisMachine();

// How much of the machine other programs use, from its construction on: all processor time of the
// system, without that of this process and of its children that have ended.
class LoadMeter {
 public:
  LoadMeter();

  // In cores; 0 where /proc/stat cannot be read.
  double OthersCores() const;

 private:
  struct Ticks {
    double busy = 0;  // of all programs
    double own = 0;
    double wall = 0;
  };
  static Ticks Now();

  Ticks begin_;
};

// The cores that this process might use when it was first asked, in ascending order.
const std::vector<int>& UsableCores();

// Keeps the calling thread, and what it starts from now on, on one core.
void PinTo(int core);

// Proportional set size of a process: its private pages, and its part of each shared page. In KiB,
// from /proc/PID/smaps_rollup; 0 where the kernel has no such file.
double PssKib(pid_t pid);

// A "Name: 123 kB" field of /proc/PID/status, in KiB; 0 when it is missing.
double StatusKib(pid_t pid, const char* name);

}  // namespace racelab::contrast

#endif  // RACELAB_CONTRAST_MACHINE_H_
