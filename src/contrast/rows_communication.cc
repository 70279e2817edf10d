// Communication: a message there and an answer back, by each means, in both worlds; then bulk.
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <type_traits>
#include <vector>

#include "contrast/links.h"
#include "contrast/machine.h"
#include "contrast/rows.h"

namespace racelab::contrast {
namespace {

constexpr char kTopic[] = "communication";
constexpr std::uint32_t kPing = 1;
constexpr std::uint32_t kStop = 2;
constexpr std::size_t kBulkBytes = 1 << 20;
constexpr int kBatch = 256;
using Message = std::array<char, 64>;

std::string NameIn(World world) { return world == World::kProcess ? ".process" : ".thread"; }

// One iteration: a message to the worker and its answer.
void RoundTrips(benchmark::State& state, World world, Link& link, int core_of_worker) {
  Peer peer(world, [&link, core_of_worker] {
    PinTo(core_of_worker);
    while (link.Receive(kThere) != kStop) link.Send(kThere, kPing);
  });
  const auto round_trip = [&link] {
    link.Send(kHere, kPing);
    link.Receive(kHere);
  };
  for (int i = 0; i < 20; ++i) round_trip();  // The worker is there, and the caches are warm.
  for (auto _ : state) round_trip();
  link.Send(kHere, kStop);
}

template <typename LinkType, typename... Arguments>
void AddRoundTrip(Timing& timing, const std::string& means, World world, int core_of_worker,
                  Arguments... arguments) {
  // A look at a word takes a tenth of a call into the kernel.
  const int iterations = std::is_same_v<LinkType, SpinLink> ? 500 : 100;
  timing.Add(means + NameIn(world), iterations, [=](benchmark::State& state) {
    LinkType link(arguments...);
    RoundTrips(state, world, link, core_of_worker);
  });
}

void WriteAll(int fd, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t written = write(fd, bytes, size);
    if (written <= 0) Die("write");
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
}

// False at the end of the stream.
bool ReadAll(int fd, char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t got = read(fd, bytes, size);
    if (got < 0) Die("read");
    if (got == 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

// One iteration: `size` bytes written to a pipe in pieces of `piece`; the worker, a process, has
// read them all.
void Stream(benchmark::State& state, std::size_t size, std::size_t piece) {
  int fds[2];
  if (pipe2(fds, O_CLOEXEC) != 0) Die("pipe2");
  SocketLink done;
  Peer peer(World::kProcess, [&] {
    close(fds[1]);
    std::vector<char> buffer(piece);
    for (std::size_t got = 0; ReadAll(fds[0], buffer.data(), piece); got = (got + piece) % size) {
      if (got + piece == size) done.Send(kThere, kPing);
    }
  });
  close(fds[0]);
  const std::vector<char> data(piece, 'x');
  const auto send = [&] {
    for (std::size_t sent = 0; sent < size; sent += piece) WriteAll(fds[1], data.data(), piece);
    done.Receive(kHere);
  };
  send();
  for (auto _ : state) send();
  close(fds[1]);
}

// One iteration: the same bulk handed to a thread, which takes it over without a copy.
void HandOver(benchmark::State& state) {
  ConditionLink link(World::kThread);
  std::unique_ptr<std::vector<char>> parcel;
  Peer peer(World::kThread, [&] {
    while (link.Receive(kThere) != kStop) {
      benchmark::DoNotOptimize(parcel->data());
      link.Send(kThere, kPing);
    }
  });
  parcel = std::make_unique<std::vector<char>>(kBulkBytes);
  const auto hand_over = [&] {
    link.Send(kHere, kPing);
    link.Receive(kHere);
  };
  hand_over();
  for (auto _ : state) hand_over();
  link.Send(kHere, kStop);
}

// One iteration: a batch of messages put into a queue under a mutex; the worker, a thread, has
// taken them all.
void Queue(benchmark::State& state) {
  std::mutex mutex;
  std::condition_variable filled;
  std::deque<Message> queue;  // Guarded by mutex, as is `stopping`.
  bool stopping = false;
  ConditionLink done(World::kThread);
  Peer peer(World::kThread, [&] {
    for (int taken = 1;; ++taken) {
      std::unique_lock lock(mutex);
      filled.wait(lock, [&] { return stopping || !queue.empty(); });
      if (queue.empty()) return;
      benchmark::DoNotOptimize(queue.front());
      queue.pop_front();
      lock.unlock();
      if (taken % kBatch == 0) done.Send(kThere, kPing);
    }
  });
  const auto send = [&] {
    for (int i = 0; i < kBatch; ++i) {
      const std::lock_guard lock(mutex);
      queue.push_back({});
      filled.notify_one();
    }
    done.Receive(kHere);
  };
  send();
  for (auto _ : state) send();
  const std::lock_guard lock(mutex);
  stopping = true;
  filled.notify_one();
}

Row Pair(const Timing& timing, const std::string& means, std::string question, std::string process,
         std::string thread, std::string observed, std::string lab) {
  return {
      .id = means,
      .topic = kTopic,
      .question = std::move(question),
      .unit = Unit::kNanoseconds,
      .process = {.how = std::move(process), .seen = "", .amount = timing.Of(means + ".process")},
      .thread = {.how = std::move(thread), .seen = "", .amount = timing.Of(means + ".thread")},
      .observed = std::move(observed),
      .lab = std::move(lab)};
}

// "5.2 GiB/s".
std::string Rate(double bytes, double ns) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f GiB/s", bytes / ns * 1e9 / (1 << 30));
  return text;
}

}  // namespace

void AddCommunication(Timing& timing) {
  const std::vector<int>& cores = UsableCores();
  for (const World world : {World::kProcess, World::kThread}) {
    AddRoundTrip<PipeLink>(timing, "communication.pipe", world, cores.front());
    AddRoundTrip<SocketLink>(timing, "communication.socketpair", world, cores.front());
    AddRoundTrip<FutexLink>(timing, "communication.futex", world, cores.front(), world);
    AddRoundTrip<ConditionLink>(timing, "communication.condition", world, cores.front(), world);
    AddRoundTrip<SpinLink>(timing, "communication.atomics", world, cores.back());
  }
  timing.Add("communication.bulk.process", 4,
             [](benchmark::State& state) { Stream(state, kBulkBytes, kBulkBytes / 16); });
  timing.Add("communication.bulk.thread", 100, HandOver);
  timing.Add("communication.messages.process", 5, [](benchmark::State& state) {
    Stream(state, kBatch * sizeof(Message), sizeof(Message));
  });
  timing.Add("communication.messages.thread", 40, Queue);
}

Rows CommunicationRows(const Timing& timing) {
  Rows rows = {
      Pair(timing, "communication.pipe", "round trip through two pipes", "pipe", "pipe",
           "two switches by the kernel each, whoever the ends belong to", "02-pipes"),
      Pair(timing, "communication.socketpair", "round trip through a socket pair", "socketpair",
           "socketpair", "one object, both directions, and it can pass descriptors",
           "08-worker-pool"),
      Pair(timing, "communication.condition", "round trip by condition variable",
           "PTHREAD_PROCESS_SHARED, in MAP_SHARED", "private",
           "the same code: processes only have to ask for it", "07-message-ring"),
      Pair(timing, "communication.futex", "round trip by futex", "in MAP_SHARED",
           "FUTEX_PRIVATE_FLAG", "what the condition variable is made of", "07-message-ring"),
  };
  if (UsableCores().size() > 1) {
    rows.push_back(
        Pair(timing, "communication.atomics", "round trip by atomics, both sides spinning",
             "in MAP_SHARED", "std::atomic",
             "no kernel at all: what is shared costs the same in both worlds", "04-shared-page"));
  }
  const double bulk_ns = timing.Of("communication.bulk.process").median;
  rows.push_back(Pair(
      timing, "communication.bulk", "hand over 1 MiB", "pipe", "a pointer",
      "the pipe copies twice, at " + Rate(kBulkBytes, bulk_ns) + "; the pointer copies nothing",
      "07-message-ring"));
  rows.push_back(Pair(timing, "communication.messages", "256 messages of 64 bytes, one way", "pipe",
                      "mutex + std::deque", "two system calls a message, against two locks",
                      "08-worker-pool"));
  return rows;
}

}  // namespace racelab::contrast
