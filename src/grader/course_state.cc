#include "grader/course_state.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_split.h"
#include "grader/cli_process.h"

namespace racelab {
namespace {

using nlohmann::json;

// A student file is a few kilobytes; one that is not is no file to read on.
constexpr std::uint64_t kBytesMax = 4 << 20;

std::filesystem::path StateFile(const std::filesystem::path& build) { return build / "state.json"; }

}  // namespace

std::string_view LabStateName(LabState state) {
  switch (state) {
    case LabState::kNotStarted:
      return "not-started";
    case LabState::kInProgress:
      return "in-progress";
    case LabState::kFailing:
      return "failing";
    case LabState::kPassed:
      return "passed";
  }
  return "";
}

std::string Fingerprint(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) return "";
  std::ifstream in(file, std::ios::binary);
  std::uint64_t hash = 14695981039346656037u;
  std::uint64_t length = 0;
  std::array<char, 4096> bytes;
  while (length < kBytesMax && (in.read(bytes.data(), bytes.size()), in.gcount() > 0)) {
    for (std::streamsize i = 0; i < in.gcount(); ++i) {
      hash = (hash ^ static_cast<unsigned char>(bytes[static_cast<size_t>(i)])) * 1099511628211u;
    }
    length += static_cast<std::uint64_t>(in.gcount());
  }
  return absl::StrFormat("%016x-%d", hash, length);
}

CourseState CourseState::Load(const std::filesystem::path& build) {
  CourseState state;
  std::ifstream in(StateFile(build));
  const json object = json::parse(in, nullptr, /*allow_exceptions=*/false);
  const auto labs = object.is_object() ? object.find("labs") : object.end();
  if (!object.is_object() || labs == object.end() || !labs->is_object()) return state;
  for (const auto& [lab, entry] : labs->items()) {
    if (!entry.is_object() || !entry.contains("fingerprint") || !entry.contains("verdict"))
      continue;
    if (!entry["fingerprint"].is_string() || !entry["verdict"].is_string()) continue;
    const std::optional<Kind> verdict = KindFromName(entry["verdict"].get<std::string>());
    if (verdict) state.Record(lab, {entry["fingerprint"].get<std::string>(), *verdict});
  }
  return state;
}

void CourseState::Record(std::string_view lab, Judged judged) {
  labs_.insert_or_assign(std::string(lab), std::move(judged));
}

const CourseState::Judged* CourseState::Find(std::string_view lab) const {
  const auto found = labs_.find(lab);
  return found == labs_.end() ? nullptr : &found->second;
}

absl::Status CourseState::Save(const std::filesystem::path& build) const {
  json labs = json::object();
  for (const auto& [lab, judged] : labs_) {
    labs[lab] = {{"fingerprint", judged.fingerprint}, {"verdict", KindName(judged.verdict)}};
  }
  const std::filesystem::path file = StateFile(build);
  const std::filesystem::path draft = file.string() + ".new";
  std::ofstream out(draft);
  out << json{{"schema", "racelab/state/v1"}, {"labs", labs}}.dump(2) << "\n";
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(draft, file, error);
  if (out && !error) return absl::OkStatus();
  return absl::UnavailableError(
      absl::StrCat("cannot write ", file.string(), ": this verdict will not be remembered"));
}

LabState CourseState::StateOf(const Lab& lab, std::optional<bool> edited) const {
  const Judged* judged = Find(lab.name);
  if (judged != nullptr && judged->fingerprint == Fingerprint(lab.StudentFile())) {
    return judged->verdict == Kind::kPass ? LabState::kPassed : LabState::kFailing;
  }
  return edited.value_or(judged != nullptr) ? LabState::kInProgress : LabState::kNotStarted;
}

std::optional<std::set<std::string>> EditedFiles(const Workspace& workspace) {
  const absl::StatusOr<CapturedRun> run =
      Capture({"git", "-C", workspace.root.string(), "diff", "--name-only", "--no-ext-diff", "-z",
               "HEAD", "--", "labs"},
              {"GIT_OPTIONAL_LOCKS=0"});
  if (!run.ok() || run->exit_code != 0) return std::nullopt;
  std::set<std::string> files;
  for (std::string_view file : absl::StrSplit(run->output, '\0', absl::SkipEmpty())) {
    files.emplace(file);
  }
  return files;
}

}  // namespace racelab
