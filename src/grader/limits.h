// What a child process may use before it is ended.
//
// Sanitizers reserve terabytes of address space, so address-space and data limits are never set:
// memory is watched as it becomes resident.
#ifndef RACELAB_GRADER_LIMITS_H_
#define RACELAB_GRADER_LIMITS_H_

#include <cstdint>

#include "absl/time/time.h"

namespace racelab {

struct Limits {
  // Patience: wall time, not counting the time in which the child could have run but the machine
  // ran something else. So a loaded machine does not turn a slow right answer into a hang.
  absl::Duration time = absl::Seconds(10);
  // Processor time of the whole process tree. It is what ends a busy loop.
  absl::Duration cpu = absl::Seconds(20);
  // The same two for the time since the child last wrote to its channel. A check does so between
  // executions of a scenario: one execution that takes so long will never end.
  absl::Duration quiet_time = absl::InfiniteDuration();
  absl::Duration quiet_cpu = absl::InfiniteDuration();
  std::int64_t memory_mib = 512;          // Resident, over the whole process tree.
  int processes = 64;                     // Processes and threads alive at once.
  std::int64_t output_bytes = 4 << 20;    // Of standard output and error together.
  std::int64_t channel_bytes = 16 << 20;  // Of the channel.
  std::int64_t file_bytes = 64 << 20;     // Of each file it writes.
  std::int64_t stack_bytes = 8 << 20;     // Of the main thread; a default for others.
};

}  // namespace racelab

#endif  // RACELAB_GRADER_LIMITS_H_
