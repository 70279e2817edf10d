#include <linux/landlock.h>
#include <sys/personality.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <thread>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "grader/cli_process.h"
#include "grader/doctor.h"

namespace racelab {
namespace {

// TSan's shadow fits the address space up to this many bits of randomization.
constexpr int kRandomBitsMax = 28;
constexpr long kMemoryMin_mib = 700;
// A tree takes about this much; there are three.
constexpr long kDiskFail_mib = 300;
constexpr long kDiskWarn_mib = 2500;

// The first whole number of a file such as those in /proc/sys; `otherwise` when there is none.
long NumberIn(const char* file, long otherwise) {
  std::ifstream in(file);
  long number = otherwise;
  return in >> number ? number : otherwise;
}

long MemoryAvailable_mib() {
  std::ifstream in("/proc/meminfo");
  long available = 0;
  for (std::string key; in >> key;) {
    long kib = 0;
    if (key == "MemAvailable:" && in >> kib) available = kib / 1024;
    in.ignore(256, '\n');
  }
  // Control groups of version 2, then 1: containers show the machine's memory in /proc.
  for (const char* file :
       {"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"}) {
    const long limit = NumberIn(file, 0) / (1024 * 1024);
    if (limit > 0) available = std::min(available, limit);
  }
  return available;
}

long DiskFree_mib(std::filesystem::path folder) {
  // The build folder may not be there yet: its parent is on the same disk.
  std::error_code error;
  while (!std::filesystem::exists(folder, error) && folder.has_relative_path()) {
    folder = folder.parent_path();
  }
  struct statvfs disk {};
  if (::statvfs(folder.c_str(), &disk) != 0) return 0;
  return static_cast<long>(disk.f_bavail * (disk.f_frsize / 1024) / 1024);
}

// In a thread of its own the setting would end with it, but a personality belongs to the process's
// threads one by one: asking in a thread changes nothing for the others.
bool RandomizationCanBeOff() {
  bool allowed = false;
  std::thread([&allowed] {
    const int current = ::personality(0xffffffff);
    allowed = current != -1 &&
              ::personality(static_cast<unsigned long>(current) | ADDR_NO_RANDOMIZE) != -1;
  }).join();
  return allowed;
}

DoctorLine Randomization(const MachineFacts& facts) {
  DoctorLine line = {"address randomization", Health::kOk, "", ""};
  if (facts.randomization_can_be_off) {
    line.text = "is turned off for what is judged";
  } else if (facts.address_random_bits <= kRandomBitsMax) {
    line.text = absl::StrCat("cannot be turned off here, but its ", facts.address_random_bits,
                             " bits leave room for the sanitizers");
  } else {
    line.health = Health::kFail;
    line.text = absl::StrCat("cannot be turned off here, and its ", facts.address_random_bits,
                             " bits keep ThreadSanitizer from starting most of the time");
    line.fix = "sudo sysctl vm.mmap_rnd_bits=28, or allow personality(2) in the container";
  }
  return line;
}

DoctorLine Enough(std::string name, long have_mib, long fail_mib, long warn_mib, std::string fix) {
  DoctorLine line = {std::move(name), Health::kOk, absl::StrCat(have_mib, " MiB free"), ""};
  if (have_mib >= warn_mib) return line;
  line.health = have_mib < fail_mib ? Health::kFail : Health::kWarn;
  line.fix = std::move(fix);
  return line;
}

}  // namespace

MachineFacts LookAtMachine(const std::filesystem::path& build) {
  MachineFacts facts;
  cpu_set_t cores;
  if (::sched_getaffinity(0, sizeof cores, &cores) == 0) facts.cores = CPU_COUNT(&cores);
  facts.memory_available_mib = MemoryAvailable_mib();
  facts.disk_free_mib = DiskFree_mib(build);
  facts.address_random_bits = static_cast<int>(NumberIn("/proc/sys/vm/mmap_rnd_bits", 0));
  facts.randomization_can_be_off = RandomizationCanBeOff();
  facts.overcommit = static_cast<int>(NumberIn("/proc/sys/vm/overcommit_memory", 0));
  return facts;
}

std::vector<DoctorLine> JudgeMachine(const MachineFacts& facts) {
  std::vector<DoctorLine> lines;
  lines.push_back({"cores", Health::kOk,
                   facts.cores == 1 ? std::string("1; no verdict needs more, it only takes longer")
                                    : absl::StrCat(facts.cores),
                   ""});
  lines.push_back(Enough("memory", facts.memory_available_mib, kMemoryMin_mib / 2, kMemoryMin_mib,
                         "end other programs, or give the container more"));
  lines.push_back(Enough("disk of the build folder", facts.disk_free_mib, kDiskFail_mib,
                         kDiskWarn_mib, "free some space, or set RACELAB_BUILD to another disk"));
  lines.push_back(Randomization(facts));
  if (facts.overcommit == 2) {
    lines.push_back({"memory overcommit", Health::kFail,
                     "is forbidden (vm.overcommit_memory=2): the sanitizers reserve terabytes of "
                     "address space that they never use",
                     "sudo sysctl vm.overcommit_memory=0"});
  }
  return lines;
}

std::vector<DoctorLine> LookForSandboxes() {
  std::vector<DoctorLine> lines;
  const absl::StatusOr<CapturedRun> bubblewrap =
      Capture({"bwrap", "--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "true"});
  const bool wrapped = bubblewrap.ok() && bubblewrap->exit_code == 0;
  const long landlock =
      ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  const std::string without = "only matters when you judge files of people you do not know";
  if (wrapped) {
    lines.push_back({"sandbox bubblewrap", Health::kOk, "works", ""});
  } else {
    lines.push_back(
        {"sandbox bubblewrap", Health::kWarn,
         absl::StrCat(bubblewrap.ok() ? "is not allowed here" : "not found", "; ", without),
         bubblewrap.ok() ? "allow user namespaces, or rely on Landlock"
                         : "apt-get install bubblewrap"});
  }
  if (landlock > 0) {
    lines.push_back({"sandbox Landlock", Health::kOk, absl::StrCat("ABI ", landlock), ""});
  } else {
    lines.push_back({"sandbox Landlock", Health::kWarn,
                     absl::StrCat("this kernel has none; ", without), "Linux 5.13 or later"});
  }
  return lines;
}

}  // namespace racelab
