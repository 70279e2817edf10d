#include "grader/command_test.h"

#include <sys/personality.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "grader/cli_process.h"
#include "grader/command_verify.h"
#include "grader/progress.h"

namespace racelab {
namespace {

struct Suite {
  std::string name;
  TestCounts counts;
  std::string trouble;  // what to show when something failed
};

Suite Broken(std::string name, std::string trouble) {
  return {std::move(name), {.passed = 0, .failed = 1}, std::move(trouble)};
}

// What of a long output tells why it failed: without the lines of tests that passed.
std::string WithoutPassed(std::string_view output) {
  std::string kept;
  for (std::string_view line : absl::StrSplit(output, '\n')) {
    const bool boring = (absl::StrContains(line, " Test ") && absl::StrContains(line, "Passed")) ||
                        absl::StartsWith(absl::StripLeadingAsciiWhitespace(line), "Start ");
    if (!boring) absl::StrAppend(&kept, line, "\n");
  }
  return kept;
}

// Runs a tool with its lines as the progress; nullopt and the suite's trouble when it fails.
absl::StatusOr<CapturedRun> RunStep(Cli& cli, const std::string& step,
                                    const std::vector<std::string>& argv) {
  ProgressLine line(cli.err, cli.complain);
  line.Begin(step);
  return Capture(argv, {}, [&](std::string_view text) {
    const std::string_view stripped = absl::StripAsciiWhitespace(text);
    if (!stripped.empty()) line.Restate(absl::StrCat(step, ": ", stripped));
  });
}

// Configures where that was never done, then builds everything of the tree.
std::string BuildTree(Cli& cli, const Workspace& workspace, const std::string& preset) {
  const std::string tree = workspace.Tree(preset).string();
  std::vector<std::vector<std::string>> steps;
  if (!std::filesystem::exists(workspace.Tree(preset) / "build.ninja")) {
    steps.push_back({"cmake", "--preset", preset, "-S", workspace.root.string(), "-B", tree,
                     absl::StrCat("-DRACELAB_SOURCES=", (workspace.build / "sources").string())});
  }
  steps.push_back({"cmake", "--build", tree});
  for (const std::vector<std::string>& step : steps) {
    const auto run = RunStep(cli, absl::StrCat("test: building ", preset), step);
    if (!run.ok()) return std::string(run.status().message());
    if (run->exit_code != 0) return run->output;
  }
  return "";
}

Suite TestTree(Cli& cli, const Workspace& workspace, const std::string& preset,
               const std::vector<std::string>& extra) {
  const std::string name = absl::StrCat("engine, ", preset);
  if (std::string trouble = BuildTree(cli, workspace, preset); !trouble.empty()) {
    return Broken(name, std::move(trouble));
  }
  std::vector<std::string> argv = {
      "ctest",
      "--test-dir",
      workspace.Tree(preset).string(),
      "-L",
      "engine",
      "--output-on-failure",
      "--no-tests=error",
      absl::StrCat("-j", std::max(1u, std::thread::hardware_concurrency()))};
  argv.insert(argv.end(), extra.begin(), extra.end());
  const auto run = RunStep(cli, absl::StrCat("test: ", preset), argv);
  if (!run.ok()) return Broken(name, std::string(run.status().message()));
  const std::optional<TestCounts> counts = CountsOfCtest(run->output);
  if (!counts) return Broken(name, run->output);
  const bool good = run->exit_code == 0 && counts->failed == 0;
  return {name, *counts, good ? "" : WithoutPassed(run->output)};
}

Suite TestLabs(Cli& cli) {
  const std::optional<VerifyResult> result = RunVerify(cli, {});
  if (!result) return Broken("labs", "the labs could not be judged; see above");
  Suite suite = {"labs", {}, ""};
  suite.counts.failed = static_cast<int>(result->NotAsDeclared() + result->errors.size());
  suite.counts.passed = static_cast<int>(result->rows.size() - result->NotAsDeclared());
  return suite;
}

void Tell(Cli& cli, const std::vector<Suite>& suites) {
  TestCounts total;
  nlohmann::json list = nlohmann::json::array();
  std::string text;
  for (const Suite& suite : suites) {
    total.passed += suite.counts.passed;
    total.failed += suite.counts.failed;
    list.push_back({{"name", suite.name},
                    {"passed", suite.counts.passed},
                    {"failed", suite.counts.failed},
                    {"output", suite.trouble}});
    absl::StrAppend(&text, PadRight(suite.name, 16), suite.counts.passed, " passed, ",
                    suite.counts.failed, " failed\n");
  }
  if (total.failed > 0) cli.exit_code = std::max<int>(cli.exit_code, kFindings);
  if (cli.json) {
    cli.PrintJson({{"schema", "racelab/test/v1"},
                   {"suites", list},
                   {"passed", total.passed},
                   {"failed", total.failed}});
    return;
  }
  cli.print(absl::StrCat("\n", text, total.passed, " passed, ", total.failed, " failed\n"));
}

void RunTest(Cli& cli, const std::vector<std::string>& extra, bool engine_only) {
  const Workspace* workspace = cli.FindWorkspace();
  if (workspace == nullptr) return;
  // Inherited by the tests: ThreadSanitizer does not start where the addresses are too random.
  // Where it is refused the tests run all the same.
  ::personality(static_cast<unsigned long>(::personality(0xffffffff)) | ADDR_NO_RANDOMIZE);
  std::vector<Suite> suites;
  for (const char* preset : {"plain", "asan", "tsan"}) {
    suites.push_back(TestTree(cli, *workspace, preset, extra));
    if (!suites.back().trouble.empty()) cli.complain(absl::StrCat(suites.back().trouble, "\n"));
  }
  if (!engine_only) suites.push_back(TestLabs(cli));
  Tell(cli, suites);
}

}  // namespace

std::optional<TestCounts> CountsOfCtest(std::string_view output) {
  // "97% tests passed, 1 tests failed out of 40"
  constexpr std::string_view kFailed = " tests failed out of ";
  const size_t at = output.rfind(kFailed);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view before = output.substr(0, at);
  std::string_view after = output.substr(at + kFailed.size());
  after = after.substr(0, after.find_first_not_of("0123456789"));
  int failed = 0;
  int total = 0;
  if (!absl::SimpleAtoi(before.substr(before.rfind(' ') + 1), &failed)) return std::nullopt;
  if (!absl::SimpleAtoi(after, &total)) return std::nullopt;
  return TestCounts{.passed = total - failed, .failed = failed};
}

void AddTestCommand(CLI::App& app, Cli& cli) {
  struct Options {
    std::vector<std::string> extra;
    bool engine_only = false;
  };
  CLI::App* command =
      app.add_subcommand("test", "Run the project's own tests, then verify all labs");
  command->footer(absl::StrCat(
      "The engine's tests run in the trees plain, asan and tsan (ctest label `engine`); then "
      "every\n"
      "submission of every lab is judged, as `racelab verify` does. Words after -- go to ctest.\n"
      "The last line is `N passed, N failed`.\n"
      "\n"
      "Example:\n"
      "  racelab test\n"
      "  racelab test --engine -- -R Suggest\n"
      "\n",
      kExitCodes));
  auto options = std::make_shared<Options>();
  command->add_flag("--engine", options->engine_only, "Only the engine's tests, not the labs");
  command->add_flag("--json", cli.json, "As JSON (schema racelab/test/v1)");
  command->add_option("CTEST", options->extra, "After --: arguments for ctest");
  command->callback([&cli, options] { RunTest(cli, options->extra, options->engine_only); });
}

}  // namespace racelab
