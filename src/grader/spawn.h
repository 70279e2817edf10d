// Starts a child under a small process of its own that adopts whatever the child leaves behind.
//
//   grader ── keeper ── child ── whatever it starts
//
// The keeper is a subreaper: a daemon that the child detaches becomes the keeper's, and so stays
// where the grader finds and ends it. It runs no code of the submission and allocates nothing.
#ifndef RACELAB_GRADER_SPAWN_H_
#define RACELAB_GRADER_SPAWN_H_

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "grader/limits.h"

namespace racelab {

// The descriptor on which a child finds its channel. All above it are closed.
inline constexpr int kChannelFd = 3;

struct SpawnRequest {
  std::vector<std::string> argv;         // argv[0] is the path of the program.
  std::vector<std::string> environment;  // All of it: "NAME=value".
  std::string directory;
  Limits limits;
  int output_fd = -1;   // Becomes its standard output and error.
  int channel_fd = -1;  // Becomes kChannelFd, unless -1.
};

// What the keeper writes, one record an event, in order.
struct KeeperEvent {
  enum Type : std::int32_t {
    kStarted,      // `value`: 1 when address randomization is off, else 0.
    kCannotStart,  // `value`: errno. No child ran.
    kEnded,        // The child itself. `value`: its wait status.
    kLeftBehind,   // A process that the child never waited for. `value`: its wait status.
  };
  std::int32_t type = 0;
  std::int32_t pid = 0;
  std::int32_t value = 0;
  char name[16] = {};  // Of a process left behind.
};

struct Keeper {
  pid_t pid = 0;
  int events_fd = -1;  // Ends (reads 0) when keeper and child are gone.
};

// Forks. The child has its own session, standard input from /dev/null, no other descriptor than
// those of the request, and dies with the keeper, which dies with the calling thread: a thread that
// spawns must outlive its child. Thread-safe. An error only when the machine is out of processes or
// descriptors.
absl::StatusOr<Keeper> Spawn(const SpawnRequest& request);

// Ends and reaps a keeper. Call once for each, when its descendants are gone. Thread-safe.
void Dismiss(pid_t keeper);

// Ends every child of this process that is not a keeper, and all below it: what a submission left
// to us by killing its keeper. Thread-safe. So the grader starts processes by Spawn only.
void EndStrays();

}  // namespace racelab

#endif  // RACELAB_GRADER_SPAWN_H_
