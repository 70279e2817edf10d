#include "grader/preflight.h"

#include <sys/utsname.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "grader/build_tree.h"
#include "grader/check_run.h"
#include "grader/process.h"
#include "grader/sanitizer_log.h"
#include "grader/staging.h"

namespace racelab {
namespace fs = std::filesystem;
namespace {

struct Program {
  std::string name;
  std::optional<Kind> must_report;  // Nothing: it must be silent.
  std::string missing;              // What a machine cannot see that fails it.
};

std::vector<Program> ProgramsFor(const std::string& variant) {
  std::vector<Program> programs = {{"racelab_canary_clean", std::nullopt, ""}};
  if (variant == "tsan")
    programs.push_back({"racelab_canary_race", Kind::kDataRace, "a planted data race"});
  if (variant == "asan") {
    programs.push_back(
        {"racelab_canary_overflow", Kind::kUndefinedBehaviour, "a planted overflow"});
    programs.push_back({"racelab_canary_leak", Kind::kLeak, "a planted memory leak"});
  }
  return programs;
}

std::string FileText(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// Whatever may change the answer: the programs, the kernel, its randomization and overcommitment.
std::string Stamp(const fs::path& folder, const std::vector<Program>& programs) {
  struct utsname kernel = {};
  uname(&kernel);
  std::string stamp =
      absl::StrCat("1 ", kernel.release, " ", FileText("/proc/sys/vm/mmap_rnd_bits"), " ",
                   FileText("/proc/sys/vm/overcommit_memory"));
  for (const Program& program : programs) {
    std::error_code error;
    const auto made = fs::last_write_time(folder / program.name, error);
    absl::StrAppend(&stamp, " ", program.name, " ", made.time_since_epoch().count());
  }
  return stamp;
}

// What the program did: the text of its log and how it ended.
absl::StatusOr<std::pair<SanitizerLog, Outcome>> RunProgram(const LabBuild& build,
                                                            const fs::path& binary,
                                                            const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  std::ofstream(folder / "suppressions") << "";
  Command command;
  command.argv = {binary.string()};
  command.environment = SanitizerEnvironment(build, folder / "sanitizer", folder / "suppressions");
  command.environment.push_back("PATH=/usr/bin:/bin");
  command.directory = folder;
  command.limits.memory_mib = 4096;
  absl::StatusOr<Outcome> outcome = Run(command);
  if (!outcome.ok()) return outcome.status();
  SanitizerLog log = ReadSanitizerLog(ReadLogs(folder / "sanitizer"), SourceNames{});
  return std::pair(std::move(log), *std::move(outcome));
}

constexpr std::string_view kAdvice = " Run `racelab doctor` for what to do.";

std::string WhatIsWrong(const Program& program, const std::string& variant, const SanitizerLog& log,
                        const Outcome& outcome) {
  if (!program.must_report) {
    if (outcome.Succeeded() && log.findings.empty()) return "";
    return absl::StrCat("On this machine a right program does not run in the variant ", variant,
                        ": it ", Describe(outcome), ". ", log.environment,
                        outcome.output.substr(0, 300), kAdvice);
  }
  for (const Finding& finding : log.findings) {
    if (finding.kind == *program.must_report) return "";
  }
  return absl::StrCat("On this machine the variant ", variant, " does not see ", program.missing,
                      ". ", log.environment, kAdvice);
}

}  // namespace

absl::StatusOr<std::string> Preflight::Prove(const LabBuild& build, const ProgressFn& progress) {
  const std::string preset = build.tree.filename().string();
  absl::MutexLock lock(&mutex_);
  if (proved_.contains(preset)) return "";
  absl::StatusOr<std::string> answer = ProveTree(build, preset, progress);
  // Only a good answer is kept: a bad one may have been bad luck of a machine that was full.
  if (answer.ok() && answer->empty()) proved_.insert(preset);
  return answer;
}

absl::StatusOr<std::string> Preflight::ProveTree(const LabBuild& build, const std::string& preset,
                                                 const ProgressFn& progress) {
  // The explorer's build has no sanitizer of its own; its tree's stands for it.
  const std::string variant = build.variant == "explore" ? "tsan" : build.variant;
  const std::vector<Program> programs = ProgramsFor(variant);
  const fs::path folder = build.tree / "canary";
  const fs::path stamp_file = build.tree / "preflight.stamp";
  if (FileText(stamp_file) == Stamp(folder, programs)) return "";
  std::vector<std::string> targets;
  for (const Program& program : programs) {
    targets.push_back(absl::StrCat("canary/", program.name));
  }
  absl::Status built = BuildTargets(workspace_, preset, targets, progress);
  if (!built.ok()) return built;
  if (progress) progress({absl::StrCat("proving ", preset), -1, -1});
  absl::StatusOr<Staging> staging = Staging::Make(workspace_);
  if (!staging.ok()) return staging.status();
  for (const Program& program : programs) {
    auto run = RunProgram(build, folder / program.name, staging->path() / program.name);
    if (!run.ok()) return run.status();
    const std::string wrong = WhatIsWrong(program, variant, run->first, run->second);
    if (!wrong.empty()) return wrong;
    if (!run->second.randomization_off) {
      notes_.insert("address randomization could not be turned off");
    }
  }
  std::ofstream(stamp_file, std::ios::binary) << Stamp(folder, programs);
  return "";
}

std::vector<std::string> Preflight::Notes() const {
  absl::MutexLock lock(&mutex_);
  return {notes_.begin(), notes_.end()};
}

}  // namespace racelab
