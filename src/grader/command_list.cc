#include "grader/command_list.h"

#include <nlohmann/json.hpp>

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
                    {"variants", lab.variants},
                    {"student_file", absl::StrCat("labs/", lab.name, "/", lab.student_file)}});
  }
  cli.PrintJson({{"schema", "racelab/labs/v1"}, {"labs", labs}});
}

}  // namespace

void AddListCommand(CLI::App& app, Cli& cli) {
  CLI::App* command = app.add_subcommand("list", "List the labs: part, title, minutes, concepts");
  command->footer(absl::StrCat("Example:\n  racelab list --json\n\n", kExitCodes));
  command->add_flag("--json", cli.json, "As JSON (schema racelab/labs/v1)");
  command->callback([&cli] {
    const Catalog* catalog = cli.FindCatalog();
    if (catalog == nullptr) return;
    cli.json ? PrintJson(cli, *catalog) : PrintText(cli, *catalog);
  });
}

}  // namespace racelab
