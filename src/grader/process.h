// Runs one child process under limits and tells how it ended: a check, a compiler, a linker.
//
//   Command command{.argv = {"/usr/bin/g++", "--version"}, .directory = "/tmp"};
//   absl::StatusOr<Outcome> outcome = Run(command);
#ifndef RACELAB_GRADER_PROCESS_H_
#define RACELAB_GRADER_PROCESS_H_

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "grader/limits.h"

namespace racelab {

enum class Ending {
  kExited,     // By itself; `code` is its exit status.
  kSignaled,   // By a signal; `code` is its number.
  kStuck,      // Every thread slept, and nothing could ever wake one; ended by us.
  kTimeLimit,  // Out of patience or of processor time; ended by us. So are the next five.
  kStarved,    // The machine had hardly any processor time for it: no fault of the child's.
  kMemoryLimit,
  kProcessLimit,
  kOutputLimit,
  kChannelLimit,
  kKeeperKilled,  // The process that kept it was killed: nobody but the child can have done it.
  kNotStarted,    // `code` is the errno of the failed exec.
};

// Why a live child is shown to Command::before_kill.
struct Stall {
  Ending ending = Ending::kStuck;
  std::vector<pid_t> processes;  // The child and all its descendants, all alive.
};

struct Command {
  std::vector<std::string> argv;  // argv[0] is the path of the program.
  std::vector<std::string> environment;
  std::string directory;
  Limits limits;
  bool open_channel = false;  // Gives it descriptor kChannelFd, whose text is Outcome::channel.
  bool detect_stuck = false;  // Look for kStuck; meaningless for a program that waits for input.
  bool sanitizer_threads = false;  // The sanitizer's own sleeping helper thread is no progress.
  std::function<void(const Stall&)> before_kill;    // For kStuck and kTimeLimit; may ptrace.
  std::function<void(std::string_view)> on_output;  // Each piece of output, as it comes.
};

struct LeftBehind {
  pid_t pid = 0;
  std::string name;
};

struct Outcome {
  Ending ending = Ending::kNotStarted;
  int code = 0;
  std::string output;  // Standard output and error, the first 256 KiB.
  std::string channel;
  absl::Duration wall;
  absl::Duration cpu;                // Of the tree, as last seen by the watch.
  std::int64_t memory_peak_mib = 0;  // Likewise.
  bool randomization_off = false;
  // Processes that the child started and never waited for, dead or alive.
  std::vector<LeftBehind> left_behind;

  bool Succeeded() const { return ending == Ending::kExited && code == 0; }
};

// Blocks until the child and everything it started is gone. Thread-safe: several children run at
// once, each watched by the thread that called. An error only when no process can be made at all.
absl::StatusOr<Outcome> Run(const Command& command);

// One sentence on how it ended, for logs: "exited with status 1", "was killed by SIGSEGV".
std::string Describe(const Outcome& outcome);

}  // namespace racelab

#endif  // RACELAB_GRADER_PROCESS_H_
