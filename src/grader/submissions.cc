#include "grader/submissions.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"

namespace racelab {
namespace fs = std::filesystem;
namespace {

constexpr int kHeaderLines = 10;
constexpr std::string_view kMark = "// expect:";

// The sources of one folder, sorted by name; a folder that does not exist has none.
std::vector<fs::path> Sources(const fs::path& folder) {
  std::vector<fs::path> sources;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".cc") sources.push_back(entry.path());
  }
  std::sort(sources.begin(), sources.end());
  return sources;
}

std::string ReadHeader(const fs::path& file) {
  std::ifstream stream(file);
  std::string header, line;
  for (int i = 0; i < kHeaderLines && std::getline(stream, line); ++i) header += line + "\n";
  return header;
}

}  // namespace

std::string_view RoleName(Role role) {
  switch (role) {
    case Role::kStarter:
      return "starter";
    case Role::kSolution:
      return "solution";
    case Role::kAlternative:
      return "alternative";
    case Role::kMutant:
      return "mutant";
  }
  return "";
}

absl::StatusOr<Kind> DeclaredVerdict(std::string_view source, std::string_view file_name) {
  int line_number = 0;
  for (std::string_view line : absl::StrSplit(source, '\n')) {
    if (++line_number > kHeaderLines) break;
    line = absl::StripAsciiWhitespace(line);
    if (!absl::ConsumePrefix(&line, kMark)) continue;
    const std::string_view name = absl::StripAsciiWhitespace(line);
    const std::optional<Kind> kind = KindFromName(name);
    if (kind && IsStudentFailure(*kind)) return *kind;
    return absl::InvalidArgumentError(
        absl::StrCat(file_name, ":", line_number, ": '", name, "' is not a verdict; use one of ",
                     absl::StrJoin(AllKinds(), ", ", [](std::string* out, Kind k) {
                       if (IsStudentFailure(k)) absl::StrAppend(out, KindName(k));
                     })));
  }
  return absl::InvalidArgumentError(
      absl::StrCat(file_name, ": no '", kMark, " <verdict>' in its first ", kHeaderLines,
                   " lines; a mutant must say the verdict it must get"));
}

absl::StatusOr<std::vector<Submission>> SubmissionsOf(const Lab& lab) {
  std::vector<Submission> bank;
  bank.push_back(
      {Role::kStarter, lab.StudentFile().stem(), lab.StudentFile(), lab.starter_verdict});
  const fs::path solution = lab.solutions_dir / lab.student_file;
  std::error_code error;
  if (!fs::exists(solution, error)) {
    return absl::NotFoundError(
        absl::StrCat("lab ", lab.name, " has no solution: expected ", solution.string()));
  }
  bank.push_back({Role::kSolution, solution.stem(), solution, Kind::kPass});
  for (const fs::path& file : Sources(lab.solutions_dir / "alternatives")) {
    bank.push_back({Role::kAlternative, file.stem(), file, Kind::kPass});
  }
  std::vector<std::string> problems;
  for (const fs::path& file : Sources(lab.solutions_dir / "mutants")) {
    absl::StatusOr<Kind> kind = DeclaredVerdict(ReadHeader(file), file.string());
    if (!kind.ok()) {
      problems.emplace_back(kind.status().message());
      continue;
    }
    bank.push_back({Role::kMutant, file.stem(), file, *kind});
  }
  if (!problems.empty()) return absl::InvalidArgumentError(absl::StrJoin(problems, "\n"));
  return bank;
}

}  // namespace racelab
