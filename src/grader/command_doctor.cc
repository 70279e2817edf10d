#include "grader/command_doctor.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "grader/doctor.h"
#include "grader/progress.h"

namespace racelab {
namespace {

void RunDoctor(Cli& cli) {
  const Workspace* workspace = cli.FindWorkspace();
  if (workspace == nullptr) return;
  std::vector<DoctorLine> lines;
  {
    ProgressLine line(cli.err, cli.complain);
    line.Begin("doctor: starting");
    lines = Diagnose(workspace->build, [&line](std::string_view step) {
      line.Restate(absl::StrCat("doctor: ", step));
    });
  }
  if (AnyFailed(lines)) cli.exit_code = std::max<int>(cli.exit_code, kEnvironmentFault);
  if (cli.json) {
    cli.PrintJson(DoctorToJson(lines));
  } else {
    cli.print(RenderDoctor(lines, cli.out));
  }
}

}  // namespace

void AddDoctorCommand(CLI::App& app, Cli& cli) {
  CLI::App* command =
      app.add_subcommand("doctor", "Check this machine: compilers, sanitizers, limits, sandbox");
  command->footer(absl::StrCat(
      "Each line is ok, warn or FAIL, with the fix. The sanitizers are really started, and must\n"
      "find a planted race and a planted overflow.\n"
      "\n"
      "Example:\n"
      "  racelab doctor\n"
      "\n",
      kExitCodes));
  command->add_flag("--json", cli.json, "As JSON (schema racelab/doctor/v1)");
  command->callback([&cli] { RunDoctor(cli); });
}

}  // namespace racelab
