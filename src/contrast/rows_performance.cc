// Performance: what it costs to start a worker and see it end, and to use one that is ready.
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <memory>
#include <string>
#include <thread>

#include "contrast/links.h"
#include "contrast/rows.h"

namespace racelab::contrast {
namespace {

constexpr char kTopic[] = "performance";
constexpr std::size_t kDataBytes = 32 << 20;
constexpr std::uint32_t kItem = 1;
constexpr std::uint32_t kStop = 2;

void WaitFor(pid_t child) {
  if (child < 0 || waitpid(child, nullptr, 0) != child) Die("starting a process");
}

void ForkAndWait() {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  WaitFor(child);
}

// The child borrows our memory and stops us until it ends, so it may only end or become a program.
void VforkAndWait() {
  const pid_t child = vfork();
  if (child == 0) _exit(0);
  WaitFor(child);
}

void SpawnAndWait() {
  char name[] = "true";
  char* arguments[] = {name, nullptr};
  pid_t child = -1;
  if (posix_spawnp(&child, name, nullptr, nullptr, arguments, environ) != 0) child = -1;
  WaitFor(child);
}

void StartThreadAndJoin() {
  std::thread([] {}).join();
}

void StartJthread() {
  const std::jthread joins_in_its_destructor([] {});
}

Operation Each(void (*work)()) {
  return [work](benchmark::State& state) {
    work();  // The first one finds cold caches; it is not counted.
    for (auto _ : state) work();
  };
}

// The same in a process that has used 32 MiB of memory.
Operation BesideData(void (*work)()) {
  return [work](benchmark::State& state) {
    // A write to each page is what gives it memory.
    const std::unique_ptr<char[]> data(new char[kDataBytes]);
    for (std::size_t i = 0; i < kDataBytes; i += 4096) data[i] = 1;
    benchmark::DoNotOptimize(data.get());
    work();
    for (auto _ : state) work();
  };
}

// One iteration: an item given to a worker that is ready, and its result.
void UseReadyWorker(benchmark::State& state, World world, Link& link) {
  Peer worker(world, [&link] {
    while (const std::uint32_t item = link.Receive(kThere)) {
      if (item == kStop) return;
      link.Send(kThere, item + 1);
    }
  });
  const auto use = [&link] {
    link.Send(kHere, kItem);
    benchmark::DoNotOptimize(link.Receive(kHere));
  };
  use();
  for (auto _ : state) use();
  link.Send(kHere, kStop);
}

Row Pair(const Timing& timing, const std::string& id, std::string question, std::string process,
         const std::string& process_name, std::string thread, const std::string& thread_name,
         std::string observed) {
  return {.id = id,
          .topic = kTopic,
          .question = std::move(question),
          .unit = Unit::kNanoseconds,
          .process = {.how = std::move(process), .seen = "", .amount = timing.Of(process_name)},
          .thread = {.how = std::move(thread), .seen = "", .amount = timing.Of(thread_name)},
          .observed = std::move(observed),
          .lab = "08-worker-pool"};
}

}  // namespace

void AddPerformance(Timing& timing) {
  timing.Add("start.fork", 4, Each(ForkAndWait));
  timing.Add("start.vfork", 30, Each(VforkAndWait));
  timing.Add("start.spawn", 2, Each(SpawnAndWait));
  timing.Add("start.thread", 30, Each(StartThreadAndJoin));
  timing.Add("start.jthread", 30, Each(StartJthread));
  timing.Add("start.fork-beside-32-MiB", 1, BesideData(ForkAndWait));
  timing.Add("start.thread-beside-32-MiB", 30, BesideData(StartThreadAndJoin));
  timing.Add("pool.process", 100, [](benchmark::State& state) {
    PipeLink link;
    UseReadyWorker(state, World::kProcess, link);
  });
  timing.Add("pool.thread", 100, [](benchmark::State& state) {
    ConditionLink link(World::kThread);
    UseReadyWorker(state, World::kThread, link);
  });
}

Rows PerformanceRows(const Timing& timing) {
  return {
      Pair(timing, "performance.start", "start a worker and wait for its end", "fork + waitpid",
           "start.fork", "std::thread + join", "start.thread",
           "fork copies the map of the memory, and the child then faults its pages in"),
      Pair(timing, "performance.start-data", "the same beside 32 MiB of data in use",
           "fork + waitpid", "start.fork-beside-32-MiB", "std::thread + join",
           "start.thread-beside-32-MiB", "more memory, a larger map to copy; a thread shares it"),
      Pair(timing, "performance.start-cheap", "the same, borrowing the memory", "vfork + waitpid",
           "start.vfork", "std::jthread", "start.jthread",
           "vfork copies no map, and its child may only exec or _exit"),
      Pair(timing, "performance.program", "start another program and wait for its end",
           "posix_spawn(true)", "start.spawn", "std::thread + join (no program)", "start.thread",
           "loading and linking a program costs more than the fork; no thread can do it"),
      Pair(timing, "performance.pool", "an item to a worker that is ready, and its result",
           "prefork + two pipes", "pool.process", "pool + condition variable", "pool.thread",
           "a pool pays the start once; then the two worlds are alike"),
  };
}

}  // namespace racelab::contrast
