#include "grader/command_check.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "grader/course_state.h"
#include "grader/judge.h"
#include "grader/progress.h"
#include "grader/render_text.h"

namespace racelab {
namespace {

struct CheckOptions {
  std::vector<std::string> labs;
  std::string file;
  std::vector<std::string> variants;
  std::string compiler;
  std::string format = "text";
  std::uint64_t seed = 0;
  bool details = false;
  bool keep_files = false;
};

std::string StepText(const Lab& lab, const Progress& progress) {
  std::string text = absl::StrCat(lab.name, ": ", progress.step);
  if (progress.total > 0) {
    absl::StrAppend(&text, " (", progress.done, " of ", progress.total, ")");
  }
  return text;
}

// Remembers the verdict of a student's own file. A pass counts only when nothing was left out.
void Remember(Cli& cli, const Lab& lab, const CheckOptions& options, const Report& report,
              const std::string& fingerprint) {
  if (!options.file.empty() || !report.graded()) return;
  const std::filesystem::path& build = cli.FindWorkspace()->build;
  CourseState state = CourseState::Load(build);
  state.Record(lab.name, {fingerprint, report.verdict});
  const absl::Status saved = state.Save(build);
  if (!saved.ok()) cli.complain(absl::StrCat("racelab: ", saved.message(), "\n"));
}

std::string Render(const Cli& cli, const Lab& lab, const CheckOptions& options,
                   const std::filesystem::path& submission, const Report& report) {
  if (options.format == "editor") {
    return RenderForEditor(report, [&](std::string_view file) {
      const std::string name = std::filesystem::path(file).filename().string();
      return name == lab.student_file ? submission.string() : (lab.lab_dir / name).string();
    });
  }
  const SourceOf sources = SourcesOfLab(lab.lab_dir, lab.student_file, submission);
  return RenderText(report, sources, cli.out, {.details = options.details});
}

// Judges one lab and tells the outcome; with --json the report is added to `reports` instead.
void CheckLab(Cli& cli, Judge& judge, const Lab& lab, const CheckOptions& options,
              nlohmann::json& reports) {
  const std::filesystem::path submission =
      options.file.empty() ? lab.StudentFile() : std::filesystem::path(options.file);
  const std::string fingerprint = Fingerprint(submission);
  auto line = std::make_unique<ProgressLine>(cli.err, cli.complain);
  line->Begin(absl::StrCat(lab.name, ": starting"));
  JudgeOptions judge_options;
  judge_options.variants = options.variants;
  judge_options.compiler = options.compiler == "gcc" ? "" : options.compiler;
  judge_options.seed = options.seed;
  judge_options.keep_files = options.keep_files;
  judge_options.progress = [&](const Progress& progress) {
    line->Restate(StepText(lab, progress));
  };
  const absl::StatusOr<Report> report = judge.Check(lab, submission, judge_options);
  line.reset();  // takes the line away before anything is printed
  if (!report.ok()) {
    cli.Fail(report.status(), ExitCode(report.status()));
    return;
  }
  cli.exit_code = std::max(cli.exit_code, ExitCode(report->verdict));
  Remember(cli, lab, options, *report, fingerprint);
  if (options.format == "json") {
    reports.push_back(ToJson(*report));
  } else {
    cli.print(Render(cli, lab, options, submission, *report));
  }
}

void RunCheck(Cli& cli, CheckOptions options) {
  if (cli.json) options.format = "json";
  cli.json = options.format == "json";
  const auto labs = cli.FindLabs(options.labs);
  if (!labs) return;
  if (!options.file.empty() && labs->size() > 1) {
    cli.Fail(absl::InvalidArgumentError("--file goes with one lab: a file is judged in the place "
                                        "of one student file"),
             kUsage);
    return;
  }
  Judge judge(*cli.FindWorkspace());
  nlohmann::json reports = nlohmann::json::array();
  for (const Lab* lab : *labs) CheckLab(cli, judge, *lab, options, reports);
  if (!cli.json || reports.empty()) return;
  if (labs->size() == 1) {
    cli.PrintJson(reports[0]);
  } else {
    cli.PrintJson({{"schema", "racelab/reports/v1"}, {"reports", reports}});
  }
}

}  // namespace

void AddCheckCommand(CLI::App& app, Cli& cli) {
  CLI::App* command =
      app.add_subcommand("check", "Judge your file of a lab and explain what is wrong");
  command->footer(absl::StrCat(
      "The file is built and run in every variant of the lab (plain, asan, tsan, explore). One\n"
      "confirmed finding fails; the same file gets the same verdict every time. Nothing you have\n"
      "is changed. The first run of a variant builds its libraries, which takes a minute or two.\n"
      "\n"
      "Example:\n"
      "  racelab check 9\n"
      "  racelab check lost-update --file ~/attempt.cc --variant tsan\n"
      "\n",
      kExitCodes));
  auto options = std::make_shared<CheckOptions>();
  command->add_option("LAB", options->labs, "The lab: its number, its name or a part of it")
      ->required();
  command->add_option("--file", options->file, "Judge this file in the student file's place");
  command->add_option("--variant", options->variants, "Only this variant (may be repeated)")
      ->allow_extra_args(false);
  command->add_option("--compiler", options->compiler, "gcc (the default) or clang")
      ->check(CLI::IsMember({"gcc", "clang"}));
  command->add_option("--format", options->format, "text, json, or editor (file:line:col: error:)")
      ->check(CLI::IsMember({"text", "json", "editor"}));
  command->add_flag("--json", cli.json, "As JSON (schema racelab/report/v1)");
  command->add_flag("--details", options->details, "Also the raw reports of the oracles");
  command->add_option("--seed", options->seed, "Of the perturbation of schedules (default 0)");
  command->add_flag("--keep-files", options->keep_files, "Keep what was built, and say where");
  command->callback([&cli, options] { RunCheck(cli, *options); });
}

}  // namespace racelab
