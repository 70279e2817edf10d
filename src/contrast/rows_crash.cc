// Crash behaviour: a worker really dies, and those who are left are counted.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstring>
#include <functional>
#include <string>

#include "contrast/rows.h"
#include "contrast/world.h"

namespace racelab::contrast {
namespace {

constexpr char kTopic[] = "crash behaviour";
constexpr int kWorkers = 3;  // of which one dies; with their starter, three could be left

struct Scene {
  std::atomic<int> go{0};
  std::atomic<int> left{0};
  std::atomic<int> status{-1};  // what the starter was told of the end of the one that died
};

// Ends as a program does that writes where it has no memory, and leaves no core file.
void Crash() {
  const rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  std::signal(SIGSEGV, SIG_DFL);
  volatile int* volatile nowhere = nullptr;
  *nowhere = 1;
}

// A whole program of a starter and its workers, in a child of ours, so that we outlive it.
void Play(World world, void (*die)(), const Shared<Scene>& scene) {
  Peer(World::kProcess, [&] {
    const auto survive = [&scene] {
      while (scene->go == 0) usleep(1000);  // only to wait cheaply; the order comes from `go`
      ++scene->left;
    };
    Peer second(world, survive);
    Peer third(world, survive);
    Peer first(world, die);
    scene->status = first.Wait();
    scene->go = 1;
    ++scene->left;
  }).Wait();
  scene->go = 1;
}

std::string Left(World world, void (*die)(), const Shared<Scene>& scene) {
  Play(world, die, scene);
  return std::to_string(scene->left.load()) + " of " + std::to_string(kWorkers);
}

std::string Told(const Shared<Scene>& scene) {
  const int status = scene->status;
  if (status == -1) return "nobody is left";
  if (WIFSIGNALED(status)) return std::string("SIG") + sigabbrev_np(WTERMSIG(status));
  return "status " + std::to_string(WEXITSTATUS(status));
}

}  // namespace

Rows CrashRows() {
  const Shared<Scene> crash_process, crash_thread, exit_process, exit_thread;
  const auto leave = +[] { _exit(3); };
  Row crash = {.id = "crash.left",
               .topic = kTopic,
               .question =
                   "one of 3 workers writes through a null pointer; of the others "
                   "and their starter, there live on …",
               .process = {.how = "fork", .seen = Left(World::kProcess, Crash, crash_process)},
               .thread = {.how = "std::thread", .seen = Left(World::kThread, Crash, crash_thread)},
               .observed = "SIGSEGV ends a process, with all its threads",
               .lab = "03-blast-radius"};
  Row told = {.id = "crash.told",
              .topic = kTopic,
              .question = "what its starter learns of it",
              .process = {.how = "waitpid", .seen = Told(crash_process)},
              .thread = {.how = "join", .seen = Told(crash_thread)},
              .observed = "the kernel keeps the status of a dead child until its parent asks",
              .lab = "03-blast-radius"};
  Row exited = {.id = "crash.exit",
                .topic = kTopic,
                .question =
                    "one of 3 workers calls _exit(3); of the others and their "
                    "starter, there live on …",
                .process = {.how = "fork", .seen = Left(World::kProcess, leave, exit_process)},
                .thread = {.how = "std::thread", .seen = Left(World::kThread, leave, exit_thread)},
                .observed = "exit is of the process: a thread that wants to end returns",
                .lab = "03-blast-radius"};
  return {crash, told, exited};
}

}  // namespace racelab::contrast
