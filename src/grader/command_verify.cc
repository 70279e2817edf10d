#include "grader/command_verify.h"

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "grader/course_state.h"
#include "grader/judge.h"
#include "grader/progress.h"
#include "grader/render_verify.h"
#include "grader/verify.h"

namespace racelab {
namespace {

// A starter that somebody has worked on is judged as it is; its verdict may then differ.
void WarnOfEditedStarters(Cli& cli, const std::vector<const Lab*>& labs) {
  const std::optional<std::set<std::string>> edited = EditedFiles(*cli.FindWorkspace());
  if (!edited) return;
  for (const Lab* lab : labs) {
    const std::string file = absl::StrCat("labs/", lab->name, "/", lab->student_file);
    if (!edited->contains(file)) continue;
    cli.complain(absl::StrCat("racelab: ", file, " differs from the last commit; it is judged as ",
                              "the starter all the same\n"));
  }
}

int ExitOf(const VerifyResult& result) {
  int code = result.NotAsDeclared() > 0 ? kFindings : kAllPassed;
  for (const absl::Status& error : result.errors) {
    // A bank that cannot be read is a finding about the course; what the judge could not do is not.
    const bool about_course = error.code() == absl::StatusCode::kNotFound ||
                              error.code() == absl::StatusCode::kInvalidArgument;
    code = std::max(code, about_course ? static_cast<int>(kFindings) : ExitCode(error));
  }
  return code;
}

JudgeOptions JudgeOptionsOf(const VerifyOptions& options) {
  JudgeOptions judge_options;
  judge_options.variants = options.variants;
  judge_options.compiler = options.compiler == "gcc" ? "" : options.compiler;
  return judge_options;
}

VerifyResult VerifyWithProgress(Cli& cli, Judge& judge, const std::vector<const Lab*>& labs,
                                const VerifyOptions& options) {
  ProgressLine line(cli.err, cli.complain);
  line.Begin(absl::StrCat("verify: starting on ", labs.size(), " labs"));
  std::set<const VerifyRow*> wrong;
  return Verify(judge, labs, JudgeOptionsOf(options), options.repeat,
                [&](size_t done, size_t total, const VerifyRow& row) {
                  if (!row.AsDeclared() && wrong.insert(&row).second) {
                    line.Note(RenderMismatch(row, cli.err));
                  }
                  line.Restate(absl::StrCat("verify: ", done, " of ", total, " judged, ",
                                            wrong.size(), " not as declared; ", row.lab->name, "/",
                                            SubmissionLabel(row.submission)));
                });
}

absl::Status PrepareWithProgress(Cli& cli, Judge& judge, const std::vector<const Lab*>& labs,
                                 const VerifyOptions& options) {
  ProgressLine line(cli.err, cli.complain);
  line.Begin("verify: preparing the build trees");
  JudgeOptions judge_options = JudgeOptionsOf(options);
  judge_options.progress = [&](const Progress& progress) {
    line.Restate(progress.total > 0 ? absl::StrCat("verify: ", progress.step, " (", progress.done,
                                                   " of ", progress.total, ")")
                                    : absl::StrCat("verify: ", progress.step));
  };
  return judge.Prepare(labs, judge_options);
}

}  // namespace

std::optional<VerifyResult> RunVerify(Cli& cli, const VerifyOptions& options) {
  const auto labs = cli.FindLabs(options.labs);
  if (!labs) return std::nullopt;
  WarnOfEditedStarters(cli, *labs);
  Judge judge(*cli.FindWorkspace());
  if (const absl::Status status = PrepareWithProgress(cli, judge, *labs, options); !status.ok()) {
    cli.Fail(status, ExitCode(status));
    return std::nullopt;
  }
  VerifyResult result = VerifyWithProgress(cli, judge, *labs, options);
  cli.exit_code = std::max(cli.exit_code, ExitOf(result));
  if (cli.json) return result;
  if (options.markdown) {
    cli.print(RenderOracleCountsAsMarkdown(result));
    return result;
  }
  if (options.stats) cli.print(RenderOracleCounts(result, cli.out));
  cli.print(RenderVerify(result, cli.out));
  return result;
}

void AddVerifyCommand(CLI::App& app, Cli& cli) {
  CLI::App* command = app.add_subcommand(
      "verify", "For teachers: judge every starter, solution, alternative and mutant");
  command->footer(absl::StrCat(
      "A starter must fail with the verdict its lab declares, a solution and the alternatives\n"
      "must pass, and each mutant must get the verdict its first lines declare. The starter is\n"
      "the file in labs/, as it is. With --variant, a mistake that only another variant sees may\n"
      "pass.\n"
      "\n"
      "Example:\n"
      "  racelab verify\n"
      "  racelab verify 9 12 --repeat 20\n"
      "  racelab verify --repeat 100 --variant tsan --stats\n"
      "\n",
      kExitCodes));
  auto options = std::make_shared<VerifyOptions>();
  command->add_option("LAB", options->labs, "Only these labs (default: all)");
  command->add_option("--repeat", options->repeat, "Judge everything N times, and say what changed")
      ->check(CLI::Range(1, 100000));
  command->add_option("--variant", options->variants, "Only this variant (may be repeated)")
      ->allow_extra_args(false);
  command->add_option("--compiler", options->compiler, "gcc (the default) or clang")
      ->check(CLI::IsMember({"gcc", "clang"}));
  command->add_flag("--stats", options->stats,
                    "Also in how many runs each variant saw each mistake");
  command->add_flag("--markdown", options->markdown, "Only those counts, as a Markdown table");
  command->add_flag("--json", cli.json, "As JSON (schema racelab/verify/v1)");
  command->callback([&cli, options] {
    const std::optional<VerifyResult> result = RunVerify(cli, *options);
    if (cli.json && result) cli.PrintJson(VerifyToJson(*result));
  });
}

}  // namespace racelab
