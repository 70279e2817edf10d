// Independence: what a worker changes for the others.
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "contrast/rows.h"
#include "contrast/world.h"

namespace racelab::contrast {
namespace {

constexpr char kTopic[] = "independence";

std::string ProcessId(World world) {
  const Shared<pid_t> pid;
  Peer(world, [&pid] { *pid = getpid(); }).Wait();
  return *pid == getpid() ? "its starter's" : "its own";
}

std::string ThreadId(World world) {
  const Shared<pid_t> tid;
  Peer(world, [&tid] { *tid = gettid(); }).Wait();
  return *tid == gettid() ? "its starter's" : "its own";
}

std::string ParentsFolder(World world) {
  const std::filesystem::path before = std::filesystem::current_path();
  Peer(world, [] {
    if (chdir("/") != 0) Die("chdir");
  }).Wait();
  const bool moved = std::filesystem::current_path() != before;
  std::filesystem::current_path(before);
  // Where we stood in the root folder already there is nothing to be seen.
  return before == "/" ? "unknown" : moved ? "moved too" : "where it was";
}

std::string ParentsMask(World world) {
  const mode_t before = umask(0022);
  Peer(world, [] { umask(0077); }).Wait();
  const bool changed = umask(before) != 0022;
  return changed ? "changed too" : "as it was";
}

Row Ask(const char* id, const char* question, std::string (*see)(World), const char* observed,
        const char* lab) {
  return {.id = id,
          .topic = kTopic,
          .question = question,
          .process = {.how = "fork", .seen = see(World::kProcess)},
          .thread = {.how = "std::thread", .seen = see(World::kThread)},
          .observed = observed,
          .lab = lab};
}

}  // namespace

Rows IndependenceRows() {
  return {
      Ask("independence.pid", "getpid() in a worker", ProcessId,
          "the threads of a process answer with one process id", "01-two-worlds"),
      Ask("independence.tid", "gettid() in a worker", ThreadId,
          "the kernel schedules both kinds of worker alike, each under a number of its own",
          "01-two-worlds"),
      Ask("independence.folder", "a worker calls chdir(\"/\"): its starter is …", ParentsFolder,
          "the working folder belongs to the process", "06-fork-among-threads"),
      Ask("independence.umask", "a worker calls umask(0077): its starter's mask is …", ParentsMask,
          "so do the mask for new files, the limits, the user, the signal handlers",
          "06-fork-among-threads"),
  };
}

}  // namespace racelab::contrast
