// Memory: who sees a write, and what a worker costs.
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "contrast/links.h"
#include "contrast/machine.h"
#include "contrast/rows.h"

namespace racelab::contrast {
namespace {

constexpr int kWorkers = 8;
constexpr std::size_t kDataBytes = 16 << 20;
constexpr char kTopic[] = "memory";

// Not const, not local: the kind of variable that a fork copies and threads share.
volatile int global = 0;

std::string Seen(World world) {
  global = 0;
  Peer(world, [] { global = global + 1; }).Wait();
  return "reads " + std::to_string(global);
}

std::string SeenInSharedPage(World world) {
  const Shared<int> page;
  Peer(world, [&] { ++*page; }).Wait();
  return "reads " + std::to_string(*page);
}

// The PSS of this process and of its workers, once each has done `work` and waits.
double PssWith(World world, int workers, const std::function<void()>& work) {
  std::vector<std::unique_ptr<PipeLink>> links;
  std::vector<std::unique_ptr<Peer>> peers;
  double pss = 0;
  for (int i = 0; i < workers; ++i) {
    PipeLink& link = *links.emplace_back(std::make_unique<PipeLink>());
    peers.push_back(std::make_unique<Peer>(world, [&link, &work] {
      work();
      link.Send(kThere, 1);
      link.Receive(kThere);
    }));
    link.Receive(kHere);
  }
  for (const auto& peer : peers) {
    if (world == World::kProcess) pss += PssKib(peer->pid());
  }
  pss += PssKib(getpid());
  for (const auto& link : links) link->Send(kHere, 1);
  return pss;
}

Amount PssOfAWorker(World world, const std::function<void()>& work) {
  std::vector<double> amounts;
  for (int repetition = 0; repetition < 5; ++repetition) {
    const double alone = PssWith(world, 0, work);
    amounts.push_back(std::max(0.0, PssWith(world, kWorkers, work) - alone) / kWorkers);
  }
  return Summarize(std::move(amounts));
}

Row PssRow(std::string id, std::string question, std::string observed,
           const std::function<void()>& work) {
  return {
      .id = std::move(id),
      .topic = kTopic,
      .question = std::move(question),
      .unit = Unit::kKibibytes,
      .process = {.how = "fork", .seen = "", .amount = PssOfAWorker(World::kProcess, work)},
      .thread = {.how = "std::thread", .seen = "", .amount = PssOfAWorker(World::kThread, work)},
      .observed = std::move(observed),
      .lab = "08-worker-pool"};
}

}  // namespace

Rows MemoryRows() {
  // Touched before any worker starts, so that each of them inherits it.
  std::vector<char> data(kDataBytes, 1);
  const auto touch = [&data] {
    for (std::size_t i = 0; i < data.size(); i += 4096) data[i] = 2;
  };
  return {
      {.id = "memory.write",
       .topic = kTopic,
       .question = "a worker adds 1 to a global: what does its starter read?",
       .process = {.how = "fork", .seen = Seen(World::kProcess)},
       .thread = {.how = "std::thread", .seen = Seen(World::kThread)},
       .observed = "a child writes to a copy of its own; threads have one memory",
       .lab = "01-two-worlds"},
      {.id = "memory.shared-page",
       .topic = kTopic,
       .question = "the same in a page of MAP_SHARED memory",
       .process = {.how = "mmap + fork", .seen = SeenInSharedPage(World::kProcess)},
       .thread = {.how = "std::thread", .seen = SeenInSharedPage(World::kThread)},
       .observed = "processes share what they ask to share, and then they race like threads",
       .lab = "04-shared-page"},
      PssRow("memory.worker", "memory of an idle worker (PSS)",
             "page tables not counted; of 8 workers, each waiting in read()", [] {}),
      PssRow("memory.private-copy", "the same after it wrote to 16 MiB that it inherited",
             "the first write to a page copies it for the child (copy on write)", touch),
  };
}

}  // namespace racelab::contrast
