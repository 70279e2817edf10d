// Planted bugs, compiled and run: the only proof that a sanitizer works here.
#include <tbb/parallel_for.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "absl/cleanup/cleanup.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "grader/cli_process.h"
#include "grader/doctor.h"
#include "grader/process.h"

namespace racelab {
namespace {

namespace fs = std::filesystem;

constexpr char kRace[] = R"(#include <thread>
int value = 0;
int main() {
  std::thread other([] { ++value; });
#ifdef RIGHT
  other.join();
  ++value;
#else
  ++value;
  other.join();
#endif
  return value == 2 ? 0 : 1;
}
)";

constexpr char kOverflow[] = R"(int main(int argc, char**) {
  volatile int* values = new int[4];
#ifdef RIGHT
  values[argc] = 1;
#else
  values[argc + 3] = 1;
#endif
  delete[] values;
  return 0;
}
)";

struct Sanitizer {
  std::string name;    // as the line says it
  std::string option;  // of the compiler
  std::string source;
  std::string report;  // what it must say of the planted bug
};

const std::vector<Sanitizer>& Sanitizers() {
  static const auto* const sanitizers = new std::vector<Sanitizer>{
      {"ThreadSanitizer", "-fsanitize=thread", kRace, "ThreadSanitizer: data race"},
      {"AddressSanitizer", "-fsanitize=address,undefined", kOverflow,
       "AddressSanitizer: heap-buffer-overflow"},
  };
  return *sanitizers;
}

absl::StatusOr<Outcome> RunIn(const fs::path& folder, std::vector<std::string> argv) {
  Command command;
  command.argv = std::move(argv);
  const char* path = std::getenv("PATH");
  command.environment = {absl::StrCat("PATH=", path == nullptr ? "" : path), "LC_ALL=C"};
  command.directory = folder.string();
  command.limits.memory_mib = 4096;
  command.limits.time = absl::Seconds(60);
  command.limits.cpu = absl::Seconds(60);
  return Run(command);
}

std::string Told(const absl::StatusOr<Outcome>& outcome) {
  return outcome.ok() ? Describe(*outcome) : std::string(outcome.status().message());
}

// Builds and runs one program; says "" when it behaved as `planted` demands.
std::string Try(const fs::path& folder, const fs::path& compiler, const Sanitizer& sanitizer,
                bool planted) {
  const std::string stem =
      absl::StrCat(compiler.filename().string(), "-", sanitizer.name, planted ? "-bug" : "-right");
  const fs::path source = folder / absl::StrCat(stem, ".cc");
  std::ofstream(source) << sanitizer.source;
  const std::string program = (folder / stem).string();
  std::vector<std::string> build = {compiler.string(), "-O1",           "-g", "-pthread",
                                    sanitizer.option,  source.string(), "-o", program};
  if (!planted) build.push_back("-DRIGHT");
  const absl::StatusOr<Outcome> built = RunIn(folder, build);
  if (!built.ok() || !built->Succeeded()) {
    return absl::StrCat("cannot be built with: the compiler ", Told(built));
  }
  const absl::StatusOr<Outcome> ran = RunIn(folder, {program});
  if (!ran.ok()) return Told(ran);
  const bool reported = absl::StrContains(ran->output, sanitizer.report);
  if (planted && !reported) return absl::StrCat("misses a planted bug: the program ", Told(ran));
  if (!planted && !ran->Succeeded()) return absl::StrCat("fails a right program: it ", Told(ran));
  return "";
}

DoctorLine TrySanitizer(const fs::path& folder, const fs::path& compiler,
                        const Sanitizer& sanitizer) {
  DoctorLine line;
  line.name = absl::StrCat(compiler.filename().string(), " ", sanitizer.name);
  line.text = Try(folder, compiler, sanitizer, /*planted=*/true);
  if (line.text.empty()) line.text = Try(folder, compiler, sanitizer, /*planted=*/false);
  if (line.text.empty()) {
    line.text = "finds a planted bug, is silent on a right program";
    return line;
  }
  const bool is_default = compiler.filename() == "g++";
  line.health = is_default ? Health::kFail : Health::kWarn;
  line.fix =
      "see address randomization and memory below; the sanitizers' runtime must be "
      "installed with the compiler";
  return line;
}

}  // namespace

std::vector<DoctorLine> TrySanitizers() {
  std::vector<fs::path> compilers;
  for (const char* name : {"g++", "clang++"}) {
    if (const auto compiler = FindProgram(name)) compilers.push_back(*compiler);
  }
  std::string name = (fs::temp_directory_path() / "racelab-doctor-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    return {{"sanitizers", Health::kFail, absl::StrCat("cannot write to ", name),
             "set TMPDIR to a folder you can write to"}};
  }
  const fs::path folder = name;
  const absl::Cleanup remove = [&folder] {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  };
  const size_t per_compiler = Sanitizers().size();
  std::vector<DoctorLine> lines(compilers.size() * per_compiler);
  tbb::parallel_for(size_t{0}, lines.size(), [&](size_t i) {
    lines[i] = TrySanitizer(folder, compilers[i / per_compiler], Sanitizers()[i % per_compiler]);
  });
  return lines;
}

}  // namespace racelab
