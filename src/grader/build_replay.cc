#include "grader/build_replay.h"

#include <cxxabi.h>

#include <cstdlib>
#include <memory>
#include <system_error>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "grader/staging.h"

namespace racelab {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kDetailsKept = 16384;
// Of processor time. A student's file takes one or two; a bomb takes whatever it gets.
constexpr int kCompilerSeconds = 15;

// A compiler can be made to run, or to grow, for ever: by macros, templates, constexpr, /dev/zero.
Limits CompilerLimits() {
  Limits limits;
  limits.time = absl::Seconds(30);
  limits.cpu = absl::Seconds(kCompilerSeconds);
  limits.memory_mib = 2048;
  limits.processes = 32;
  limits.output_bytes = 1 << 20;
  limits.stack_bytes = 64 << 20;  // What g++ asks for; deep templates need it.
  return limits;
}

std::vector<std::string> BuildEnvironment(const fs::path& scratch) {
  std::vector<std::string> environment = {"LC_ALL=C.UTF-8",
                                          absl::StrCat("TMPDIR=", scratch.string())};
  const char* const path = std::getenv("PATH");
  environment.push_back(absl::StrCat("PATH=", path == nullptr ? "/usr/bin:/bin" : path));
  return environment;
}

absl::StatusOr<Outcome> RunShell(const std::string& line, const fs::path& directory,
                                 const fs::path& scratch) {
  Command command;
  command.argv = {"/bin/sh", "-c", line};
  command.environment = BuildEnvironment(scratch);
  command.directory = directory;
  command.limits = CompilerLimits();
  return Run(command);
}

// Flags that end a bomb early and with a message, where the compiler has them.
std::string_view BombFlags(const LabBuild& build) {
  if (absl::StrContains(build.compiler, "Clang")) {
    return " -ferror-limit=10 -fconstexpr-steps=2000000 -fno-color-diagnostics";
  }
  return " -fmax-errors=10 -fconstexpr-ops-limit=2000000 -fdiagnostics-color=never";
}

// `replacements` are from → to. InvalidArgument when one of them is nowhere in the line: then the
// command is not of the shape that was expected, and running it could touch the tree.
absl::StatusOr<std::string> Replace(
    std::string line, const std::vector<std::pair<std::string, std::string>>& replacements) {
  for (const auto& [from, to] : replacements) {
    if (absl::StrReplaceAll({{from, to}}, &line) == 0) {
      return absl::InternalError(absl::StrCat("'", from, "' is not in the build's line: ", line));
    }
  }
  return line;
}

// The line without the precompiled header, or as it is when it has none: g++ is given it as
// "-include H", clang as "-Xclang -include-pch -Xclang H.pch -Xclang -include -Xclang H".
std::string WithoutPrecompiledHeader(std::string_view line) {
  std::vector<std::string_view> kept;
  for (std::string_view word : absl::StrSplit(line, ' ')) {
    if (!absl::StrContains(word, "cmake_pch")) {
      kept.push_back(word);
      continue;
    }
    while (!kept.empty() && (kept.back() == "-Xclang" || kept.back() == "-include" ||
                             kept.back() == "-include-pch")) {
      kept.pop_back();
    }
  }
  return absl::StrJoin(kept, " ");
}

// "counter.cc:14:5: error: 'x' was not declared".
std::optional<Frame> ErrorPlace(std::string_view line) {
  const std::vector<std::string_view> parts = absl::StrSplit(line, absl::MaxSplits(':', 2));
  int number = 0;
  if (parts.size() < 3 || !absl::SimpleAtoi(parts[1], &number)) return std::nullopt;
  return Frame{std::string(absl::StripAsciiWhitespace(parts[0])), number, ""};
}

std::string GaveUp(const Outcome& outcome) {
  switch (outcome.ending) {
    case Ending::kTimeLimit:
      return absl::StrCat("The compiler did not get done with it in ", kCompilerSeconds,
                          " seconds");
    case Ending::kMemoryLimit:
      return "The compiler needed more than 2 GiB of memory for it";
    case Ending::kOutputLimit:
      return "The compiler printed more than 1 MiB about it";
    case Ending::kProcessLimit:
      return "The compiler started too many processes for it";
    default:
      return absl::StrCat("The compiler gave up on it: it ", Describe(outcome));
  }
}

absl::StatusOr<std::optional<Finding>> Conclude(const absl::StatusOr<Outcome>& outcome,
                                                std::string_view student_file,
                                                const ReplayPaths& paths) {
  if (!outcome.ok()) return outcome.status();
  if (outcome->Succeeded()) return std::nullopt;
  if (outcome->ending == Ending::kStarved) {
    return absl::UnavailableError(
        absl::StrCat("the compiler ", Describe(*outcome), ". Try again when less is running"));
  }
  // A full disk looks like any other error of the compiler's.
  absl::Status space = CheckSpace(paths.output_folder);
  if (!space.ok()) return space;
  return CompileError(*outcome, student_file);
}

}  // namespace

absl::StatusOr<std::string> CommandLines::Of(const fs::path& tree, const std::string& target) {
  std::error_code error;
  const fs::file_time_type configured = fs::last_write_time(tree / "build.ninja", error);
  const std::string key = absl::StrCat(tree.string(), "\n", target);
  {
    absl::MutexLock lock(&mutex_);
    auto it = known_.find(key);
    if (it != known_.end() && it->second.configured == configured) return it->second.line;
  }
  Command command;
  command.argv = {"/usr/bin/env", "ninja", "-t", "commands", "-s", target};
  command.environment = BuildEnvironment("/tmp");
  command.directory = tree;
  absl::StatusOr<Outcome> outcome = Run(command);
  if (!outcome.ok()) return outcome.status();
  const std::string line(absl::StripAsciiWhitespace(outcome->output));
  if (!outcome->Succeeded() || line.empty()) {
    return absl::FailedPreconditionError(
        absl::StrCat("the build tree ", tree.string(), " does not know ", target, ": ", line));
  }
  absl::MutexLock lock(&mutex_);
  known_[key] = {configured, line};
  return line;
}

absl::StatusOr<std::optional<Finding>> CompileObject(CommandLines& lines, const Lab& lab,
                                                     const LabBuild& build,
                                                     const ReplayPaths& paths) {
  absl::StatusOr<std::string> line = lines.Of(build.tree, build.object_target);
  if (!line.ok()) return line.status();
  // The compiler runs where the staged file is and is given its bare name, so its messages and the
  // debug information name the file as the student knows it.
  const std::string object = (paths.output_folder / (lab.student_file + ".o")).string();
  line = Replace(*std::move(line), {{build.object_target, object},
                                    {absl::StrCat("-c ", lab.StudentFile().string()),
                                     absl::StrCat("-c ", lab.student_file)}});
  if (!line.ok()) return line.status();
  absl::StrAppend(&*line, BombFlags(build));
  absl::StatusOr<Outcome> outcome = RunShell(*line, paths.source_folder, paths.scratch);
  // A file may be refused for a name that only the precompiled header brought in; and an error is
  // told as the file alone gives it.
  const std::string alone = WithoutPrecompiledHeader(*line);
  if (outcome.ok() && outcome->ending == Ending::kExited && !outcome->Succeeded() &&
      alone != *line) {
    outcome = RunShell(alone, paths.source_folder, paths.scratch);
  }
  return Conclude(outcome, lab.student_file, paths);
}

absl::StatusOr<std::optional<Finding>> LinkLibrary(CommandLines& lines, const LabBuild& build,
                                                   const fs::path& object,
                                                   const ReplayPaths& paths) {
  absl::StatusOr<std::string> line = lines.Of(build.tree, build.library_target);
  if (!line.ok()) return line.status();
  const std::string library = (paths.output_folder / build.library.filename()).string();
  line = Replace(*std::move(line),
                 {{absl::StrCat("-o ", build.library_target), absl::StrCat("-o ", library)},
                  {build.object_target, object.string()}});
  if (!line.ok()) return line.status();
  const std::string student_file = object.stem();
  return Conclude(RunShell(*line, build.tree, paths.scratch), student_file, paths);
}

Finding CompileError(const Outcome& outcome, std::string_view student_file) {
  Finding finding;
  finding.kind = Kind::kCompileError;
  finding.oracle = "compiler";
  finding.details = outcome.output.substr(0, kDetailsKept);
  std::string first_error;
  std::optional<Frame> elsewhere;
  for (std::string_view line : absl::StrSplit(outcome.output, '\n')) {
    std::optional<Frame> place = ErrorPlace(line);
    const bool students = place && place->file == student_file;
    // An error inside a header is told at the student's line that led there.
    if (students && finding.locations.empty()) finding.locations.push_back(*place);
    if (!first_error.empty() || !absl::StrContains(line, "error: ")) continue;
    first_error = std::string(line.substr(line.find("error: ") + 7));
    if (place && !students) elsewhere = place;
  }
  if (elsewhere) finding.locations.push_back(*elsewhere);
  if (outcome.ending != Ending::kExited || first_error.empty()) {
    finding.message = absl::StrCat("Expected the file to compile. ", GaveUp(outcome), ".");
  } else {
    finding.message = absl::StrCat("The file does not compile: ", first_error);
  }
  return finding;
}

std::optional<Finding> MissingFunction(std::string_view output, std::string_view student_file) {
  constexpr std::string_view kMark = "undefined symbol: ";
  const std::size_t at = output.find(kMark);
  if (at == std::string_view::npos) return std::nullopt;
  std::string_view rest = output.substr(at + kMark.size());
  const std::string symbol(rest.substr(0, rest.find_first_of(" ,\n")));
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> demangled(
      abi::__cxa_demangle(symbol.c_str(), nullptr, nullptr, &status), &std::free);
  Finding finding;
  finding.kind = Kind::kCompileError;
  finding.oracle = "compiler";
  finding.message = absl::StrCat("Expected ", student_file, " to define `",
                                 status == 0 ? demangled.get() : symbol.c_str(),
                                 "`, which the contract promises, but there is no such function.");
  finding.details = std::string(output.substr(0, kDetailsKept));
  return finding;
}

}  // namespace racelab
