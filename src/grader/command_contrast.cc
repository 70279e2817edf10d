#include "grader/command_contrast.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "grader/cli_process.h"
#include "grader/progress.h"

namespace racelab {
namespace {

constexpr char kTarget[] = "racelab-contrast";

absl::StatusOr<CapturedRun> RunStep(Cli& cli, std::string_view step,
                                    const std::vector<std::string>& argv) {
  ProgressLine line(cli.err, cli.complain);
  line.Begin(step);
  return Capture(argv);
}

// Builds the program that measures. It is no part of the grader: it needs Google Benchmark, and
// measures the process that it runs in.
absl::Status Build(Cli& cli, const std::string& tree) {
  constexpr std::string_view kBuilding = "contrast: building";
  const std::vector<std::string> build = {"cmake", "--build", tree, "--target", kTarget};
  absl::StatusOr<CapturedRun> run = RunStep(cli, kBuilding, build);
  if (run.ok() && absl::StrContains(run->output, "unknown target")) {
    // The tree was configured when the library was not there yet.
    run = RunStep(cli, "contrast: configuring", {"cmake", tree});
    if (run.ok() && run->exit_code == 0) run = RunStep(cli, kBuilding, build);
  }
  if (!run.ok()) return run.status();
  if (run->exit_code == 0) return absl::OkStatus();
  if (absl::StrContains(run->output, "unknown target")) {
    return absl::FailedPreconditionError(
        "contrast measures with Google Benchmark, which is not installed. On Debian and Ubuntu: "
        "apt-get install libbenchmark-dev; then run this again");
  }
  return absl::FailedPreconditionError(absl::StrCat("contrast cannot be built:\n", run->output));
}

void RunContrast(Cli& cli, const std::vector<std::string>& arguments) {
  const Workspace* workspace = cli.FindWorkspace();
  if (workspace == nullptr) return;
  const std::filesystem::path tree = workspace->Tree("plain");
  absl::Status status = Build(cli, tree.string());
  if (status.ok()) {
    std::vector<std::string> argv = {(tree / "bin" / kTarget).string()};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    status = Become(argv, {});
  }
  cli.Fail(status, kEnvironmentFault);
}

}  // namespace

void AddContrastCommand(CLI::App& app, Cli& cli) {
  struct Options {
    bool markdown = false;
    bool quick = false;
    std::string html;
  };
  CLI::App* command =
      app.add_subcommand("contrast", "Measure how processes and threads differ on this machine");
  command->footer(absl::StrCat(
      "Every row is observed or timed here, in less than 20 s: memory, resources, independence,\n"
      "communication, performance, crashes. docs/processes-and-threads.md explains the rows. Let\n"
      "nothing else run meanwhile; the result says when something did.\n"
      "\n"
      "Example:\n"
      "  racelab contrast --html contrast.html\n"
      "\n",
      kExitCodes));
  auto options = std::make_shared<Options>();
  CLI::Option* json = command->add_flag("--json", cli.json, "As JSON (schema racelab/contrast/v1)");
  command->add_flag("--markdown", options->markdown, "As tables in Markdown")->excludes(json);
  command->add_option("--html", options->html, "Write a page with plots to FILE")
      ->type_name("FILE");
  command->add_flag("--quick", options->quick, "One short repetition: to try it, not to cite it");
  command->callback([&cli, options] {
    std::vector<std::string> arguments;
    if (cli.json) arguments.push_back("--json");
    if (options->markdown) arguments.push_back("--markdown");
    if (options->quick) arguments.push_back("--quick");
    if (!options->html.empty()) arguments.insert(arguments.end(), {"--html", options->html});
    RunContrast(cli, arguments);
  });
}

}  // namespace racelab
