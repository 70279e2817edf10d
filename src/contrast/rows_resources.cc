// Resource usage: what the kernel keeps for a worker, and whose it is.
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <string>
#include <vector>

#include "contrast/links.h"
#include "contrast/machine.h"
#include "contrast/rows.h"

namespace racelab::contrast {
namespace {

constexpr char kTopic[] = "resource usage";

bool IsOpen(int fd) { return fcntl(fd, F_GETFD) >= 0; }

std::string AfterTheWorkerClosed(World world) {
  const int fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (fd < 0) Die("open");
  Peer(world, [fd] { close(fd); }).Wait();
  if (!IsOpen(fd)) return "closed for all";
  close(fd);
  return "still open";
}

int OpenDescriptors() {
  int count = 0;
  DIR* const folder = opendir("/proc/self/fd");
  if (folder == nullptr) Die("opendir");
  while (readdir(folder) != nullptr) ++count;
  closedir(folder);
  return count;
}

// How many descriptors the starter has more after a worker opened ten.
std::string AfterTheWorkerOpenedTen(World world) {
  const int before = OpenDescriptors();
  const Shared<std::array<int, 10>> fds;
  Peer(world, [&fds] {
    for (int& fd : *fds) fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
  }).Wait();
  const int more = OpenDescriptors() - before;
  if (more == 0) return "none";
  for (const int fd : *fds) close(fd);
  return std::to_string(more) + " more";
}

// The kernel's tables that map a worker's memory, beyond what the starter has anyway.
double PageTablesKib(World world) {
  const double alone = StatusKib(getpid(), "VmPTE");
  PipeLink link;
  Peer peer(world, [&link] {
    link.Send(kThere, 1);
    link.Receive(kThere);
  });
  link.Receive(kHere);
  const double with = StatusKib(peer.pid(), "VmPTE");
  link.Send(kHere, 1);
  return world == World::kProcess ? with : std::max(0.0, with - alone);
}

Amount PageTables(World world) {
  std::vector<double> amounts;
  for (int repetition = 0; repetition < 5; ++repetition) amounts.push_back(PageTablesKib(world));
  return Summarize(std::move(amounts));
}

// The stack that is reserved for a worker: address space, of which only touched pages cost memory.
double StackKib(World world) {
  const Shared<double> kib;
  Peer(world, [&kib, world] {
    rlimit limit;
    pthread_attr_t attributes;
    std::size_t bytes = 0;
    if (world == World::kProcess) {
      getrlimit(RLIMIT_STACK, &limit);
      bytes = limit.rlim_cur;
    } else if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
      pthread_attr_getstacksize(&attributes, &bytes);
      pthread_attr_destroy(&attributes);
    }
    *kib = static_cast<double>(bytes) / 1024;
  }).Wait();
  return *kib;
}

std::string StackInWords(World world) {
  const double kib = StackKib(world);
  if (kib > 1e9) return "no limit";
  return (world == World::kProcess ? "up to " : "") + AmountInWords(Unit::kKibibytes, kib);
}

}  // namespace

Rows ResourceRows() {
  const auto text = [](const char* id, const char* question, std::string (*see)(World),
                       const char* observed, const char* lab) {
    return Row{.id = id,
               .topic = kTopic,
               .question = question,
               .process = {.how = "fork", .seen = see(World::kProcess)},
               .thread = {.how = "std::thread", .seen = see(World::kThread)},
               .observed = observed,
               .lab = lab};
  };
  return {
      text("resources.close", "a worker closes a descriptor: for its starter it is …",
           AfterTheWorkerClosed, "a child has a table of its own; threads have one table",
           "02-pipes"),
      text("resources.open", "a worker opens ten descriptors: its starter has …",
           AfterTheWorkerOpenedTen, "what a thread leaks, the whole process has lost", "02-pipes"),
      {.id = "resources.page-tables",
       .topic = kTopic,
       .question = "the kernel's page tables for a worker",
       .unit = Unit::kKibibytes,
       .process = {.how = "fork", .seen = "", .amount = PageTables(World::kProcess)},
       .thread = {.how = "std::thread", .seen = "", .amount = PageTables(World::kThread)},
       .observed = "a child needs a map of its whole memory, a thread of its stack only",
       .lab = "08-worker-pool"},
      text("resources.stack", "the stack reserved for a worker", StackInWords,
           "address space, not memory: a child's grows, a thread's is fixed when it starts",
           "08-worker-pool"),
  };
}

}  // namespace racelab::contrast
