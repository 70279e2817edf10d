#include "grader/command_list.h"

#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "grader/render_layout.h"

namespace racelab {
namespace {

void PrintText(const Cli& cli, const Catalog& catalog) {
  Table table({"part", "lab", "title", "minutes", "concepts"}, "");
  for (const Lab& lab : catalog.labs()) {
    table.AddRow({lab.part, lab.name, lab.title, absl::StrCat(lab.minutes),
                  absl::StrJoin(lab.concepts, ", ")});
  }
  cli.print(table.Render(cli.out));
}

// "data-race, seen by tsan and explore"
std::string BugOf(const Lab& lab) {
  const std::string kind(KindName(lab.starter_verdict));
  return lab.seen_by.empty() ? kind
                             : absl::StrCat(kind, ", seen by ", absl::StrJoin(lab.seen_by, ", "));
}

// The page labs/README.md. Links go from there to each lab's story.
void PrintMarkdown(const Cli& cli, const Catalog& catalog) {
  std::string out =
      "# The labs\n\nWritten by `./racelab list --markdown`. Seen by: the variants that see the "
      "starter's bug in every run, which\n`racelab verify` holds them to.\n";
  std::string part;
  for (const Lab& lab : catalog.labs()) {
    if (lab.part != part) {
      part = lab.part;
      absl::StrAppend(&out, "\n## Part ", part,
                      "\n\n| lab | bug of the starter | minutes | concepts | after |\n"
                      "|---|---|---|---|---|\n");
    }
    absl::StrAppend(&out, "| [", lab.name.substr(0, 2), " ", lab.title, "](", lab.name,
                    "/README.md) | ", BugOf(lab), " | ", lab.minutes, " | ",
                    absl::StrJoin(lab.concepts, ", "), " | ",
                    absl::StrJoin(lab.prerequisites, ", "), " |\n");
  }
  cli.print(out);
}

void PrintJson(const Cli& cli, const Catalog& catalog) {
  nlohmann::json labs = nlohmann::json::array();
  for (const Lab& lab : catalog.labs()) {
    labs.push_back({{"lab", lab.name},
                    {"title", lab.title},
                    {"part", lab.part},
                    {"minutes", lab.minutes},
                    {"points", lab.points},
                    {"concepts", lab.concepts},
                    {"prerequisites", lab.prerequisites},
                    {"starter_verdict", KindName(lab.starter_verdict)},
                    {"seen_by", lab.seen_by},
                    {"variants", lab.variants},
                    {"student_file", absl::StrCat("labs/", lab.name, "/", lab.student_file)}});
  }
  cli.PrintJson({{"schema", "racelab/labs/v1"}, {"labs", labs}});
}

}  // namespace

void AddListCommand(CLI::App& app, Cli& cli) {
  CLI::App* command = app.add_subcommand("list", "List the labs: part, title, minutes, concepts");
  command->footer(absl::StrCat(
      "Example:\n  racelab list\n  racelab list --markdown > labs/README.md\n\n", kExitCodes));
  command->add_flag("--json", cli.json, "As JSON (schema racelab/labs/v1)");
  auto markdown = std::make_shared<bool>(false);
  command->add_flag("--markdown", *markdown, "As the page labs/README.md");
  command->callback([&cli, markdown] {
    const Catalog* catalog = cli.FindCatalog();
    if (catalog == nullptr) return;
    if (cli.json) {
      PrintJson(cli, *catalog);
    } else if (*markdown) {
      PrintMarkdown(cli, *catalog);
    } else {
      PrintText(cli, *catalog);
    }
  });
}

}  // namespace racelab
