#include "grader/command_explore.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "absl/strings/str_cat.h"
#include "grader/build_tree.h"
#include "grader/cli_process.h"
#include "grader/progress.h"

namespace racelab {
namespace {

namespace fs = std::filesystem;

struct ExploreCommandOptions {
  std::string file;
  std::string compiler = "g++";
  std::string schedules;
  std::vector<std::string> flags;
};

// Builds FILE as the explorer wants it: instrumented for ThreadSanitizer, linked without its
// runtime. Only what begins with -l, -L or -Wl matters to the link; the rest is the compiler's.
absl::Status BuildProgram(const ExploreCommandOptions& options, const fs::path& program) {
  const bool is_c = fs::path(options.file).extension() == ".c";
  const std::string object = program.string() + ".o";
  std::vector<std::string> compile = {options.compiler, "-O1",      "-g",
                                      "-fPIC",          "-pthread", "-fsanitize=thread"};
  if (is_c) compile.insert(compile.end(), {"-x", "c"});
  if (!is_c) compile.push_back("-std=c++20");
  compile.insert(compile.end(), {"-c", options.file, "-o", object});
  std::vector<std::string> link = {options.compiler, "-shared", object, "-o", program.string()};
  for (const std::string& flag : options.flags) {
    const bool of_linker = flag.starts_with("-l") || flag.starts_with("-L") ||
                           flag.starts_with("-Wl") || flag.ends_with(".a");
    (of_linker ? link : compile).push_back(flag);
  }
  for (const std::vector<std::string>& step : {compile, link}) {
    const absl::StatusOr<CapturedRun> run = Capture(step);
    if (!run.ok()) return run.status();
    if (run->exit_code != 0) {
      return absl::InvalidArgumentError(
          absl::StrCat(options.file, " does not compile:\n", run->output));
    }
  }
  return absl::OkStatus();
}

void RunExplore(Cli& cli, const ExploreCommandOptions& options) {
  const Workspace* workspace = cli.FindWorkspace();
  if (workspace == nullptr) return;
  std::error_code error;
  if (!fs::is_regular_file(options.file, error)) {
    cli.Fail(absl::NotFoundError(absl::StrCat("there is no file ", options.file)), kUsage);
    return;
  }
  if (const absl::Status status = BuildHost(cli, *workspace); !status.ok()) {
    cli.Fail(status, kEnvironmentFault);
    return;
  }
  ProgressLine line(cli.err, cli.complain);
  line.Begin(absl::StrCat("explore: building ", options.file));
  const fs::path folder = ExploredPrograms(*workspace);
  fs::create_directories(folder, error);
  const fs::path program = folder / absl::StrCat(fs::path(options.file).stem().string(), ".so");
  if (const absl::Status status = BuildProgram(options, program); !status.ok()) {
    line.End();
    cli.Fail(status, kDoesNotCompile);
    return;
  }
  line.Begin(absl::StrCat("explore: trying the schedules of ", options.file));
  std::vector<std::string> argv = {HostOf(*workspace).string(), program.string()};
  if (cli.json) argv.push_back("--json");
  if (!options.schedules.empty()) {
    argv.insert(argv.end(), {"--schedules", options.schedules});
  }
  const absl::StatusOr<CapturedRun> run = Capture(argv);
  line.End();
  if (!run.ok()) {
    cli.Fail(run.status(), kEnvironmentFault);
    return;
  }
  nlohmann::json result = nlohmann::json::parse(run->output, nullptr, /*allow_exceptions=*/false);
  if (cli.json && result.is_object()) {
    result["schema"] = "racelab/exploration/v1";
    cli.PrintJson(result);
  } else {
    cli.print(run->output);
  }
  cli.exit_code = std::max(cli.exit_code, run->exit_code > kEnvironmentFault
                                              ? static_cast<int>(kEnvironmentFault)
                                              : run->exit_code);
}

}  // namespace

fs::path ExploredPrograms(const Workspace& workspace) { return workspace.build / "explored"; }

fs::path HostOf(const Workspace& workspace) {
  return workspace.Tree("tsan") / "bin" / "racelab-explore-host";
}

absl::Status BuildHost(Cli& cli, const Workspace& workspace) {
  ProgressLine line(cli.err, cli.complain);
  line.Begin("explore: building the explorer");
  const ProgressFn progress = [&line](const Progress& step) {
    line.Restate(absl::StrCat("explore: ", step.step));
  };
  absl::Status status = ConfigureTree(workspace, "tsan", progress);
  if (status.ok()) status = BuildTargets(workspace, "tsan", {"racelab-explore-host"}, progress);
  return status;
}

void AddExploreCommand(CLI::App& app, Cli& cli) {
  CLI::App* command =
      app.add_subcommand("explore", "Explore the schedules of any small program with threads");
  command->footer(absl::StrCat(
      "FILE is a C or C++ program with a main() of its own. It is run under every schedule with a\n"
      "few preemptions, then under sampled ones: a failed assertion, a race, a deadlock or a hang\n"
      "is shown with the schedule that leads there. Words after -- go to the compiler.\n"
      "\n"
      "Example:\n"
      "  racelab explore philosophers.cc\n"
      "  racelab explore queue.c -- -Iinclude -DSLOTS=2 -lm\n"
      "\n",
      kExitCodes));
  auto options = std::make_shared<ExploreCommandOptions>();
  command->add_option("FILE", options->file, "A C or C++ file")->required();
  command->add_option("--compiler", options->compiler, "g++ (the default) or clang++")
      ->check(CLI::IsMember({"g++", "clang++"}));
  command->add_option("--schedules", options->schedules, "The budget: at most about N executions")
      ->check(CLI::PositiveNumber);
  command->add_flag("--json", cli.json, "As JSON (schema racelab/exploration/v1)");
  command->add_option("FLAGS", options->flags, "After --: flags of the compiler");
  command->callback([&cli, options] { RunExplore(cli, *options); });
}

}  // namespace racelab
