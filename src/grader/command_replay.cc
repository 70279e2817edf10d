#include "grader/command_replay.h"

#include <sys/personality.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "explorer/token.h"
#include "grader/build_tree.h"
#include "grader/cli_process.h"
#include "grader/command_explore.h"
#include "grader/progress.h"

namespace racelab {
namespace {

namespace fs = std::filesystem;

// What shows a schedule again.
struct Replay {
  std::vector<std::string> argv;
  std::vector<std::string> environment;
};

// The lab with the test that the token is of, and that test.
struct LabTest {
  const Lab* lab = nullptr;
  std::string test;
};

std::optional<LabTest> FindLabTest(const Catalog& catalog, std::uint32_t hash) {
  for (const Lab& lab : catalog.labs()) {
    for (const std::string& test : lab.tests) {
      if (explorer::HashOfTest(test) == hash) return LabTest{&lab, test};
    }
  }
  return std::nullopt;
}

std::optional<fs::path> FindProgram(const Workspace& workspace, std::uint32_t hash) {
  std::error_code error;
  for (const fs::directory_entry& entry :
       fs::directory_iterator(ExploredPrograms(workspace), error)) {
    const fs::path& path = entry.path();
    if (path.extension() == ".so" && explorer::HashOfTest(path.stem().string()) == hash) {
      return path;
    }
  }
  return std::nullopt;
}

// Builds the check of the explore variant with the student file as it is now.
absl::StatusOr<Replay> ReplayOfLab(Cli& cli, const Workspace& workspace, const LabTest& test,
                                   const std::string& token) {
  ProgressLine line(cli.err, cli.complain);
  line.Begin(absl::StrCat("replay: building ", test.lab->name));
  const ProgressFn progress = [&line](const Progress& step) {
    line.Restate(absl::StrCat("replay: ", step.step));
  };
  if (absl::Status status = ConfigureTree(workspace, "tsan", progress); !status.ok()) return status;
  const absl::StatusOr<Catalog> catalog = Catalog::Load(workspace.Tree("tsan"));
  if (!catalog.ok()) return catalog.status();
  const Lab* lab = catalog->Find(test.lab->name);
  if (lab == nullptr) return absl::NotFoundError(absl::StrCat("no lab ", test.lab->name));
  const auto build = std::find_if(lab->builds.begin(), lab->builds.end(),
                                  [](const LabBuild& b) { return b.variant == "explore"; });
  if (build == lab->builds.end()) {
    return absl::NotFoundError(absl::StrCat(lab->name, " is not judged by the explorer"));
  }
  absl::Status status = BuildCheck(workspace, "tsan", *build, progress);
  if (status.ok()) status = BuildTargets(workspace, "tsan", {build->library_target}, progress);
  if (!status.ok()) return status;
  return Replay{{build->check_executable.string(), absl::StrCat("--gtest_filter=", test.test),
                 "--gtest_brief=1"},
                {absl::StrCat("RACELAB_REPLAY=", token)}};
}

absl::StatusOr<Replay> Find(Cli& cli, const Workspace& workspace, const Catalog& catalog,
                            const std::string& text) {
  std::string error;
  const std::optional<explorer::Token> token = explorer::DecodeToken(text, error);
  if (!token) return absl::InvalidArgumentError(absl::StrCat("'", text, "': ", error));
  if (const std::optional<LabTest> test = FindLabTest(catalog, token->test)) {
    return ReplayOfLab(cli, workspace, *test, text);
  }
  if (const std::optional<fs::path> program = FindProgram(workspace, token->test)) {
    return Replay{{HostOf(workspace).string(), program->string(), "--replay", text}, {}};
  }
  return absl::NotFoundError(
      "this token is of no test of the labs, and of no program that "
      "`racelab explore` has built here");
}

void RunReplay(Cli& cli, const std::string& token, bool gdb) {
  const Catalog* catalog = cli.FindCatalog();
  if (catalog == nullptr) return;
  absl::StatusOr<Replay> replay = Find(cli, *cli.FindWorkspace(), *catalog, token);
  if (!replay.ok()) {
    const bool is_usage =
        absl::IsInvalidArgument(replay.status()) || absl::IsNotFound(replay.status());
    cli.Fail(replay.status(), is_usage ? kUsage : kEnvironmentFault);
    return;
  }
  // A token names addresses; they must be the same again.
  ::personality(static_cast<unsigned long>(::personality(0xffffffff)) | ADDR_NO_RANDOMIZE);
  if (gdb) {
    replay->argv.insert(replay->argv.begin(), {"gdb", "--args"});
    cli.Fail(Become(replay->argv, replay->environment), kEnvironmentFault);
    return;
  }
  const absl::StatusOr<CapturedRun> run = Capture(replay->argv, replay->environment);
  if (!run.ok()) {
    cli.Fail(run.status(), kEnvironmentFault);
    return;
  }
  cli.print(run->output);
  cli.exit_code = std::max(cli.exit_code, std::min<int>(run->exit_code, kEnvironmentFault));
}

}  // namespace

void AddReplayCommand(CLI::App& app, Cli& cli) {
  struct Options {
    std::string token;
    bool gdb = false;
  };
  CLI::App* command = app.add_subcommand("replay", "Run exactly one schedule of a finding again");
  command->footer(absl::StrCat(
      "A finding of the explorer ends in a token. Of a lab, the student file is run as it is now;\n"
      "of a program, what `racelab explore` built last.\n"
      "\n"
      "Example:\n"
      "  racelab replay RL1-4T7K0\n"
      "  racelab replay RL1-4T7K0 --gdb\n"
      "\n",
      kExitCodes));
  auto options = std::make_shared<Options>();
  command->add_option("TOKEN", options->token, "The token of the finding")->required();
  command->add_flag("--gdb", options->gdb, "Under the debugger");
  command->callback([&cli, options] { RunReplay(cli, options->token, options->gdb); });
}

}  // namespace racelab
