#include "grader/doctor.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "grader/cli_process.h"
#include "grader/render_layout.h"

namespace racelab {
namespace {

struct Tool {
  std::string program;
  std::string package;  // of Debian and Ubuntu
  Health when_missing;
  std::string without;  // what is lost without it
};

const std::vector<Tool>& Tools() {
  static const auto* const tools = new std::vector<Tool>{
      {"g++", "g++", Health::kFail, "nothing can be built"},
      {"clang++", "clang", Health::kWarn, "`--compiler clang` cannot be used"},
      {"cmake", "cmake", Health::kFail, "nothing can be built"},
      {"ninja", "ninja-build", Health::kFail, "nothing can be built"},
      {"git", "git", Health::kWarn, "edited files cannot be told from starters"},
  };
  return *tools;
}

DoctorLine LookAtTool(const Tool& tool) {
  const absl::StatusOr<CapturedRun> run = Capture({tool.program, "--version"}, {"LC_ALL=C"});
  if (run.ok() && run->exit_code == 0) {
    const std::pair<std::string_view, std::string_view> lines =
        absl::StrSplit(run->output, absl::MaxSplits('\n', 1));
    return {tool.program, Health::kOk, Printable(lines.first), ""};
  }
  return {tool.program, tool.when_missing, absl::StrCat("not found: ", tool.without),
          absl::StrCat("apt-get install ", tool.package)};
}

std::string Mark(Health health, const Terminal& terminal) {
  switch (health) {
    case Health::kOk:
      return terminal.Paint(Style::kGreen, "ok");
    case Health::kWarn:
      return terminal.Paint(Style::kYellow, "warn");
    case Health::kFail:
      return terminal.Paint(Style::kRed, "FAIL");
  }
  return "";
}

}  // namespace

std::string_view HealthName(Health health) {
  switch (health) {
    case Health::kOk:
      return "ok";
    case Health::kWarn:
      return "warn";
    case Health::kFail:
      return "fail";
  }
  return "";
}

std::vector<DoctorLine> LookAtTools() {
  std::vector<DoctorLine> lines;
  for (const Tool& tool : Tools()) lines.push_back(LookAtTool(tool));
  return lines;
}

std::vector<DoctorLine> Diagnose(const std::filesystem::path& build,
                                 const std::function<void(std::string_view)>& say) {
  std::vector<DoctorLine> lines;
  const auto append = [&lines](std::vector<DoctorLine> more) {
    std::move(more.begin(), more.end(), std::back_inserter(lines));
  };
  say("looking for compilers and tools");
  append(LookAtTools());
  say("starting the sanitizers on planted bugs");
  append(TrySanitizers());
  say("looking at the machine");
  append(JudgeMachine(LookAtMachine(build)));
  append(LookForSandboxes());
  return lines;
}

bool AnyFailed(const std::vector<DoctorLine>& lines) {
  return std::any_of(lines.begin(), lines.end(),
                     [](const DoctorLine& line) { return line.health == Health::kFail; });
}

std::string RenderDoctor(const std::vector<DoctorLine>& lines, const Terminal& terminal) {
  Table table({}, "");
  for (const DoctorLine& line : lines) {
    table.AddRow({Mark(line.health, terminal), line.name, line.text});
    if (!line.fix.empty()) table.AddRow({"", "", absl::StrCat("fix: ", line.fix)});
  }
  return absl::StrCat(table.Render(terminal), "\n",
                      AnyFailed(lines) ? "This machine cannot judge before the lines marked FAIL "
                                         "are fixed.\n"
                                       : "This machine can judge.\n");
}

nlohmann::json DoctorToJson(const std::vector<DoctorLine>& lines) {
  nlohmann::json checks = nlohmann::json::array();
  for (const DoctorLine& line : lines) {
    checks.push_back({{"name", line.name},
                      {"health", HealthName(line.health)},
                      {"text", line.text},
                      {"fix", line.fix}});
  }
  return {{"schema", "racelab/doctor/v1"}, {"ok", !AnyFailed(lines)}, {"checks", checks}};
}

}  // namespace racelab
