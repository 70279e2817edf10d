// Looks again and again at a running child and says when it must be ended.
#ifndef RACELAB_GRADER_WATCH_H_
#define RACELAB_GRADER_WATCH_H_

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/time/time.h"
#include "grader/process.h"
#include "grader/process_tree.h"

namespace racelab {

// Thread-safety: for the one thread that runs the child.
class Watch {
 public:
  // Of all descendants of `keeper`, under the limits of `command`, which must outlive this.
  Watch(pid_t keeper, const Command& command, absl::Time now);

  // The child wrote to its channel.
  void Heard();

  // Reads /proc once (about 0.1 ms a process). The reason to end the child, or nothing.
  std::optional<Ending> Look(absl::Time now);

  // The processes seen by the last Look.
  const std::vector<pid_t>& processes() const { return processes_; }
  absl::Duration cpu() const { return cpu_; }
  std::int64_t memory_peak_mib() const { return peak_bytes_ >> 20; }

 private:
  bool OutOfMemory(const TreeUsage& usage);
  bool OutOfTime(const TreeUsage& usage, absl::Time now);
  bool Stuck(absl::Time now);

  const pid_t keeper_;
  const Command& command_;
  const absl::Time started_;
  absl::Time last_look_;
  absl::Duration patience_used_;
  absl::Duration starved_;
  absl::Duration cpu_;
  absl::Duration heard_at_patience_;
  absl::Duration heard_at_cpu_;
  std::int64_t peak_bytes_ = 0;
  std::vector<pid_t> processes_;
  // While every thread sleeps for ever: what was seen, and since when it has not changed.
  std::vector<std::int64_t> still_;
  absl::Time still_since_;
};

}  // namespace racelab

#endif  // RACELAB_GRADER_WATCH_H_
