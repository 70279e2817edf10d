#include "grader/check_run.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "grader/spawn.h"
#include "grader/stacks.h"

namespace racelab {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kLogBytesMax = 8 << 20;
// Where the kernel's randomization cannot be turned off, ThreadSanitizer may find its memory taken
// and not start, before any code of the submission has run. Only such a start is repeated.
constexpr int kStartsMax = 10;

// One execution of a scenario takes milliseconds. One that spins has used up its processor time
// soon; one that sleeps again and again is given longer.
constexpr absl::Duration kQuietTime = absl::Seconds(8);
constexpr absl::Duration kQuietCpu = absl::Seconds(2);

// libstdc++ unlocks the lock inside atomic<shared_ptr> relaxed: its own business.
constexpr std::string_view kSuppressions = "race:std::_Sp_atomic\n";

// Clang's sanitizers ask this program for source lines; g++'s know by themselves.
std::string Symbolizer() {
  for (const char* name : {"llvm-symbolizer", "llvm-symbolizer-19", "llvm-symbolizer-18",
                           "llvm-symbolizer-16", "llvm-symbolizer-15", "llvm-symbolizer-14"}) {
    const std::string path = absl::StrCat("/usr/bin/", name);
    if (access(path.c_str(), X_OK) == 0) return path;
  }
  return "";
}

// Shadow memory and quarantines count as the submission's memory, and instrumented code is slow.
Limits LimitsFor(const Lab& lab, const std::string& variant) {
  const int slower = variant == "plain" ? 1 : 2;
  const int larger = variant == "plain" ? 1 : variant == "asan" ? 3 : 6;
  Limits limits;
  limits.time = slower * absl::Seconds(lab.time_limit_s);
  // The explorer ends by itself: its budget is a number of executions. A right answer that spins
  // has long ones, so this limit is far off.
  if (variant == "explore") limits.time = absl::Minutes(3);
  limits.cpu = 2 * limits.time;
  limits.quiet_time = slower * kQuietTime;
  limits.quiet_cpu = slower * kQuietCpu;
  limits.memory_mib = std::int64_t{larger} * lab.memory_mib;
  limits.processes = lab.processes;
  return limits;
}

std::vector<std::string> CheckEnvironment(const CheckRun& run, const std::string& nonce) {
  const fs::path log = run.folder / "sanitizer";
  std::vector<std::string> environment =
      SanitizerEnvironment(*run.build, log, run.folder / "suppressions");
  environment.push_back(absl::StrCat("RACELAB_CHANNEL=", kChannelFd, ":", nonce));
  environment.push_back(absl::StrCat("RACELAB_SEED=", run.seed));
  environment.push_back(absl::StrCat("LD_LIBRARY_PATH=", run.library_folder.string()));
  // A function of the contract that is missing shows at the start, not when it is first called.
  environment.push_back("LD_BIND_NOW=1");
  environment.push_back(absl::StrCat("HOME=", (run.folder / "work").string()));
  environment.push_back(absl::StrCat("TMPDIR=", (run.folder / "work").string()));
  environment.push_back("PATH=/usr/bin:/bin");
  environment.push_back("LC_ALL=C.UTF-8");
  return environment;
}

bool SanitizerDidNotStart(const Outcome& outcome, const CheckRecords& records) {
  return !records.began && outcome.ending == Ending::kExited && outcome.code != 0 &&
         absl::StrContains(outcome.output, "FATAL: ThreadSanitizer");
}

void ClearLogs(const fs::path& folder) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (absl::StartsWith(entry.path().filename().string(), "sanitizer.")) {
      fs::remove(entry.path(), error);
    }
  }
}

}  // namespace

std::vector<std::string> SanitizerEnvironment(const LabBuild& build, const fs::path& log,
                                              const fs::path& suppressions) {
  std::vector<std::string> common = {absl::StrCat("log_path=", log.string()), "symbolize=1",
                                     "handle_abort=1", "color=never"};
  if (absl::StrContains(build.compiler, "Clang")) {
    common.push_back(absl::StrCat("external_symbolizer_path=", Symbolizer()));
  }
  std::vector<std::string> tsan = {
      // The log decides; a race must not end the run before the rest has been seen.
      "halt_on_error=0", "exitcode=0",
      // A lock order that a third lock guards is right, and would be flagged.
      "detect_deadlocks=0", "second_deadlock_stack=1", "history_size=4",
      // Process labs fork while threads exist, and may start threads after it.
      "die_after_fork=0", "atexit_sleep_ms=50",
      absl::StrCat("suppressions=", suppressions.string())};
  std::vector<std::string> asan = {"detect_leaks=1",        "exitcode=99",
                                   "abort_on_error=0",      "detect_stack_use_after_return=1",
                                   "quarantine_size_mb=64", "detect_odr_violation=0"};
  std::vector<std::string> ubsan = {"print_stacktrace=1", "halt_on_error=1"};
  for (auto* options : {&tsan, &asan, &ubsan}) {
    options->insert(options->end(), common.begin(), common.end());
  }
  return {absl::StrCat("TSAN_OPTIONS=", absl::StrJoin(tsan, ":")),
          absl::StrCat("ASAN_OPTIONS=", absl::StrJoin(asan, ":")),
          absl::StrCat("UBSAN_OPTIONS=", absl::StrJoin(ubsan, ":")),
          "LSAN_OPTIONS=max_leaks=20:report_objects=0"};
}

std::string ReadLogs(const fs::path& log) {
  std::vector<fs::path> files;
  std::error_code error;
  const std::string prefix = absl::StrCat(log.filename().string(), ".");
  for (const fs::directory_entry& entry : fs::directory_iterator(log.parent_path(), error)) {
    if (absl::StartsWith(entry.path().filename().string(), prefix) && entry.is_regular_file()) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  std::string text;
  for (const fs::path& file : files) {
    std::ifstream stream(file, std::ios::binary);
    std::string part(kLogBytesMax - std::min(kLogBytesMax, text.size()), '\0');
    stream.read(part.data(), static_cast<std::streamsize>(part.size()));
    part.resize(static_cast<std::size_t>(stream.gcount()));
    text += part + "\n";
  }
  return text;
}

absl::StatusOr<Evidence> RunCheck(const CheckRun& run) {
  std::error_code error;
  fs::create_directories(run.folder / "work", error);
  std::ofstream(run.folder / "suppressions") << kSuppressions;
  Evidence evidence;
  evidence.variant = run.build->variant;
  const SourceNames names = {run.lab->student_file, run.lab->contract, run.lab->check};
  Command command;
  command.argv = {run.build->check_executable.string()};
  command.directory = run.folder / "work";
  command.limits = LimitsFor(*run.lab, evidence.variant);
  command.open_channel = true;
  command.detect_stuck = true;
  command.sanitizer_threads = evidence.variant == "tsan";
  command.before_kill = [&](const Stall& stall) { evidence.stall = Diagnose(stall, names); };
  for (int start = 0; start < kStartsMax; ++start) {
    const std::string nonce = MakeNonce();
    command.environment = CheckEnvironment(run, nonce);
    ClearLogs(run.folder);
    absl::StatusOr<Outcome> outcome = Run(command);
    if (!outcome.ok()) return outcome.status();
    evidence.records = ReadChannel(outcome->channel, nonce);
    evidence.process = *std::move(outcome);
    if (!SanitizerDidNotStart(evidence.process, evidence.records)) break;
  }
  evidence.log = ReadSanitizerLog(ReadLogs(run.folder / "sanitizer"), names);
  // Beside AddressSanitizer, g++'s UndefinedBehaviorSanitizer ignores log_path and prints.
  for (Finding& finding : ReadSanitizerLog(evidence.process.output, names).findings) {
    if (finding.oracle == "ubsan") evidence.log.findings.push_back(std::move(finding));
  }
  if (SanitizerDidNotStart(evidence.process, evidence.records)) {
    evidence.log.environment =
        "ThreadSanitizer cannot start on this machine: run `racelab doctor` for the fix";
  }
  return evidence;
}

}  // namespace racelab
