#include "grader/command_new.h"

#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "grader/scaffold.h"

namespace racelab {
namespace {

void RunNew(Cli& cli, const std::string& name) {
  const Workspace* workspace = cli.FindWorkspace();
  if (workspace == nullptr) return;
  const absl::StatusOr<std::vector<std::string>> files = WriteScaffold(name, workspace->root);
  if (!files.ok()) {
    cli.Fail(files.status(),
             files.status().code() == absl::StatusCode::kUnavailable ? kEnvironmentFault : kUsage);
    return;
  }
  if (cli.json) {
    cli.PrintJson({{"schema", "racelab/new/v1"}, {"lab", name}, {"files", *files}});
    return;
  }
  std::string text;
  for (const std::string& file : *files) absl::StrAppend(&text, "  ", file, "\n");
  cli.print(absl::StrCat("Made lab ", cli.out.Paint(Style::kBold, name),
                         ": a working example to change step by step\n\n", text,
                         "\n  racelab verify ", name, "\n  racelab check ", name, "\n"));
}

}  // namespace

void AddNewCommand(CLI::App& app, Cli& cli) {
  CLI::App* command = app.add_subcommand("new", "For teachers: make a new lab that verifies as is");
  command->footer(absl::StrCat(
      "Writes labs/NN-name and solutions/NN-name: contract, starter, check, story, solution, an\n"
      "alternative and a mutant. No other file needs a change.\n"
      "\n"
      "Example:\n"
      "  racelab new 45-two-doors && racelab verify 45\n"
      "\n",
      kExitCodes));
  auto name = std::make_shared<std::string>();
  command->add_option("NN-name", *name, "Two digits and lower-case words: 45-two-doors")
      ->required();
  command->add_flag("--json", cli.json, "As JSON (schema racelab/new/v1)");
  command->callback([&cli, name] { RunNew(cli, *name); });
}

}  // namespace racelab
