#include "grader/command_hint.h"

#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace racelab {
namespace {

void RunHint(Cli& cli, const std::string& word, int number) {
  const auto labs = cli.FindLabs({word});
  if (!labs) return;
  const Lab& lab = *labs->front();
  std::ifstream in(lab.lab_dir / "README.md");
  std::stringstream readme;
  readme << in.rdbuf();
  const std::vector<std::string> hints = HintsOf(readme.str());
  const int count = static_cast<int>(hints.size());
  if (count == 0) {
    cli.Fail(absl::NotFoundError(absl::StrCat(lab.Story(), " has no section `## Hints`")), kUsage);
    return;
  }
  if (number > count) {
    cli.Fail(absl::InvalidArgumentError(
                 absl::StrCat(lab.name, " has ", count, " hints; there is no hint ", number)),
             kUsage);
    return;
  }
  const std::string& hint = hints[static_cast<size_t>(number - 1)];
  if (cli.json) {
    cli.PrintJson({{"schema", "racelab/hint/v1"},
                   {"lab", lab.name},
                   {"number", number},
                   {"count", count},
                   {"hint", hint}});
    return;
  }
  const std::string title = absl::StrCat(lab.name, ", hint ", number, " of ", count);
  const std::string next = number < count ? absl::StrCat("\n  `racelab hint ", lab.name, " ",
                                                         number + 1, "` says more.\n")
                                          : "";
  cli.print(absl::StrCat(cli.out.Paint(Style::kBold, title), "\n\n  ",
                         Fold(hint, cli.out.columns - 2, "  "), "\n", next));
}

}  // namespace

std::vector<std::string> HintsOf(std::string_view readme) {
  std::vector<std::string> hints;
  bool in_section = false;
  bool in_hint = false;
  for (std::string_view line : absl::StrSplit(readme, '\n')) {
    if (absl::StartsWith(line, "## ")) {
      in_section = absl::StripAsciiWhitespace(line.substr(3)) == "Hints";
      in_hint = false;
    } else if (in_section && absl::StartsWith(line, "### Hint")) {
      hints.emplace_back();
      in_hint = true;
    } else if (in_hint) {
      // A paragraph's lines are joined: the terminal folds them anew.
      const std::string_view text = absl::StripAsciiWhitespace(line);
      std::string& hint = hints.back();
      const bool paragraph = text.empty() || hint.empty() || absl::EndsWith(hint, "\n");
      absl::StrAppend(&hint, paragraph ? "" : " ", text, text.empty() ? "\n\n" : "");
    }
  }
  for (std::string& hint : hints) absl::StripAsciiWhitespace(&hint);
  return hints;
}

void AddHintCommand(CLI::App& app, Cli& cli) {
  struct Options {
    std::string lab;
    int number = 1;
  };
  CLI::App* command = app.add_subcommand("hint", "Print a hint: from a question to the idea");
  command->footer(absl::StrCat(
      "Hints come in three tiers: a question, the idea, the shape of the fix; never the code.\n"
      "\n"
      "Example:\n"
      "  racelab hint 9\n"
      "  racelab hint 9 2\n"
      "\n",
      kExitCodes));
  auto options = std::make_shared<Options>();
  command->add_option("LAB", options->lab, "The lab: its number, its name or a part of it")
      ->required();
  command->add_option("N", options->number, "Which hint (default 1)")->check(CLI::Range(1, 9));
  command->add_flag("--json", cli.json, "As JSON (schema racelab/hint/v1)");
  command->callback([&cli, options] { RunHint(cli, options->lab, options->number); });
}

}  // namespace racelab
