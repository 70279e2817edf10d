#include "grader/cli.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "grader/cli_catalog.h"
#include "grader/command_check.h"
#include "grader/command_contrast.h"
#include "grader/command_doctor.h"
#include "grader/command_explore.h"
#include "grader/command_hint.h"
#include "grader/command_list.h"
#include "grader/command_new.h"
#include "grader/command_overview.h"
#include "grader/command_replay.h"
#include "grader/command_test.h"
#include "grader/command_verify.h"
#include "grader/progress.h"
#include "grader/suggest.h"

namespace racelab {
namespace {

constexpr char kDescription[] =
    "Race Lab teaches the difference between processes and threads by having you fix real bugs.\n"
    "Without a command it shows the course and the next lab to do.";

constexpr char kFooter[] =
    "Example:\n"
    "  racelab                     the course: what is done and what comes next\n"
    "  racelab check 9             judge your file of lab 09 and explain what is wrong\n"
    "  racelab hint 9              a first hint\n"
    "\n"
    "A lab is named by its number, its name or a part of it. `racelab COMMAND --help` says more.\n"
    "Exit codes: 0 all passed, 1 findings, 2 wrong usage, 3 does not compile, 4 this machine.";

std::vector<std::string> CommandNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

// A first word that is no command: what was meant? OK when there is nothing to say.
absl::Status CheckCommandWord(const CLI::App& app, const std::vector<std::string>& arguments) {
  if (arguments.empty() || arguments[0].starts_with('-')) return absl::OkStatus();
  const std::vector<std::string> names = CommandNames(app);
  if (std::find(names.begin(), names.end(), arguments[0]) != names.end()) return absl::OkStatus();
  std::vector<std::string> near = NearestNames(arguments[0], names, 2);
  for (std::string& name : near) name = absl::StrCat("`racelab ", name, "`");
  return absl::InvalidArgumentError(
      absl::StrCat("there is no command '", Printable(arguments[0]), "'; ",
                   near.empty() ? "`racelab --help` shows them all"
                                : absl::StrCat("did you mean ", absl::StrJoin(near, " or "), "?")));
}

void AddCommands(CLI::App& app, Cli& cli) {
  app.description(kDescription);
  app.footer(kFooter);
  app.get_formatter()->column_width(26);
  app.add_flag("--json", cli.json, "The course as JSON");
  app.require_subcommand(0, 1);
  AddListCommand(app, cli);
  AddCheckCommand(app, cli);
  AddHintCommand(app, cli);
  AddExploreCommand(app, cli);
  AddReplayCommand(app, cli);
  AddVerifyCommand(app, cli);
  AddTestCommand(app, cli);
  AddNewCommand(app, cli);
  AddContrastCommand(app, cli);
  AddDoctorCommand(app, cli);
}

// The command whose help answers a mistake in its options.
std::string HelpCommand(const CLI::App& app) {
  for (const CLI::App* command : app.get_subcommands()) {
    return absl::StrCat("`racelab ", command->get_name(), " --help`");
  }
  return "`racelab --help`";
}

}  // namespace

Cli::Cli(Terminal out_terminal, Terminal err_terminal, Sink print_sink, Sink complain_sink)
    : out(out_terminal),
      err(err_terminal),
      print(std::move(print_sink)),
      complain(std::move(complain_sink)) {}

void Cli::PrintJson(const nlohmann::json& object) const {
  // What a submission wrote may be no UTF-8: such bytes are replaced, not thrown over.
  const auto replace = nlohmann::json::error_handler_t::replace;
  print(absl::StrCat(object.dump(2, ' ', false, replace), "\n"));
}

void Cli::Fail(const absl::Status& status, int code) {
  exit_code = std::max(exit_code, code);
  complain(absl::StrCat(err.Paint(Style::kRed, "racelab:"), " ", status.message(), "\n"));
  if (!json) return;
  PrintJson({{"schema", "racelab/error/v1"},
             {"error", std::string(status.message())},
             {"exit_code", code}});
}

const Workspace* Cli::FindWorkspace() {
  if (workspace_) return &*workspace_;
  absl::StatusOr<Workspace> workspace = Workspace::FromEnvironment();
  if (!workspace.ok()) {
    Fail(workspace.status(), kEnvironmentFault);
    return nullptr;
  }
  return &workspace_.emplace(*std::move(workspace));
}

const Catalog* Cli::FindCatalog() {
  if (catalog_) return &*catalog_;
  const Workspace* workspace = FindWorkspace();
  if (workspace == nullptr) return nullptr;
  if (CatalogIsStale(*workspace)) {
    ProgressLine line(err, complain);
    line.Begin("the labs have changed; configuring");
    if (const absl::Status status = RefreshCatalog(*workspace); !status.ok()) {
      line.End();
      Fail(status, kEnvironmentFault);
      return nullptr;
    }
  }
  absl::StatusOr<Catalog> catalog = Catalog::Load(workspace->Tree("plain"));
  if (!catalog.ok()) {
    Fail(catalog.status(), kEnvironmentFault);
    return nullptr;
  }
  return &catalog_.emplace(*std::move(catalog));
}

std::optional<std::vector<const Lab*>> Cli::FindLabs(const std::vector<std::string>& words) {
  const Catalog* catalog = FindCatalog();
  if (catalog == nullptr) return std::nullopt;
  std::vector<std::string> names;
  std::vector<const Lab*> labs;
  for (const Lab& lab : catalog->labs()) {
    names.push_back(lab.name);
    if (words.empty()) labs.push_back(&lab);
  }
  for (const std::string& word : words) {
    absl::StatusOr<std::string> name = ResolveLabName(word, names);
    if (!name.ok()) {
      Fail(name.status(), kUsage);
      return std::nullopt;
    }
    labs.push_back(catalog->Find(*name));
  }
  return labs;
}

int RunCommandLine(Cli& cli, std::vector<std::string> arguments) {
  CLI::App app("", "racelab");
  AddCommands(app, cli);
  if (const absl::Status status = CheckCommandWord(app, arguments); !status.ok()) {
    cli.Fail(status, kUsage);
    return cli.exit_code;
  }
  std::reverse(arguments.begin(), arguments.end());  // the order in which CLI11 takes them
  try {
    app.parse(arguments);
  } catch (const CLI::CallForHelp&) {
    const auto commands = app.get_subcommands();
    cli.print(commands.empty() ? app.help() : commands[0]->help("racelab"));
    return kAllPassed;
  } catch (const CLI::ParseError& error) {
    cli.Fail(absl::InvalidArgumentError(absl::StrCat(error.what(), "; see ", HelpCommand(app))),
             kUsage);
    return cli.exit_code;
  }
  if (app.get_subcommands().empty()) RunOverview(cli);
  return cli.exit_code;
}

}  // namespace racelab
