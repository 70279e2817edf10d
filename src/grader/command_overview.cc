#include "grader/command_overview.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "grader/course_state.h"
#include "grader/render_layout.h"

namespace racelab {
namespace {

struct Row {
  const Lab* lab = nullptr;
  LabState state = LabState::kNotStarted;
  Kind verdict = Kind::kPass;  // for kFailing
};

std::vector<Row> RowsOf(const Catalog& catalog, const Workspace& workspace) {
  const CourseState state = CourseState::Load(workspace.build);
  const std::optional<std::set<std::string>> edited = EditedFiles(workspace);
  std::vector<Row> rows;
  for (const Lab& lab : catalog.labs()) {
    std::optional<bool> is_edited;
    if (edited)
      is_edited = edited->contains(absl::StrCat("labs/", lab.name, "/", lab.student_file));
    Row row = {&lab, state.StateOf(lab, is_edited), Kind::kPass};
    if (row.state == LabState::kFailing) row.verdict = state.Find(lab.name)->verdict;
    rows.push_back(row);
  }
  return rows;
}

// The lab to do next: one that was begun, else the first that is not passed. The order of the
// catalogue is the teaching order.
const Row* NextOf(const std::vector<Row>& rows) {
  const Row* next = nullptr;
  for (const Row& row : rows) {
    if (row.state == LabState::kInProgress || row.state == LabState::kFailing) return &row;
    if (next == nullptr && row.state == LabState::kNotStarted) next = &row;
  }
  return next;
}

std::string StateCell(const Row& row, const Terminal& terminal) {
  switch (row.state) {
    case LabState::kPassed:
      return terminal.Paint(Style::kGreen, "✓ passed");
    case LabState::kFailing:
      return terminal.Paint(Style::kRed, absl::StrCat("✗ ", KindName(row.verdict)));
    case LabState::kInProgress:
      return terminal.Paint(Style::kYellow, "… edited, not checked");
    case LabState::kNotStarted:
      break;
  }
  return terminal.Paint(Style::kDim, "· not started");
}

void PrintText(const Cli& cli, const std::vector<Row>& rows, const Row* next) {
  size_t passed = 0;
  Table table({"part", "lab", "title", "state", "minutes"}, "  ");
  for (const Row& row : rows) {
    if (row.state == LabState::kPassed) ++passed;
    table.AddRow({row.lab->part, row.lab->name, row.lab->title, StateCell(row, cli.out),
                  absl::StrCat(row.lab->minutes)});
  }
  std::string text = absl::StrCat(cli.out.Paint(Style::kBold, "Race Lab"), "  ", passed, " of ",
                                  rows.size(), " labs passed\n\n", table.Render(cli.out), "\n");
  if (next == nullptr) {
    absl::StrAppend(&text, rows.empty()
                               ? "  There are no labs yet: `racelab new NN-name` makes one.\n"
                               : "  You have passed every lab.\n");
  } else {
    const Lab& lab = *next->lab;
    absl::StrAppend(&text, "  next   ", cli.out.Paint(Style::kBold, lab.name), "\n  read   ",
                    lab.Story(), "\n  edit   labs/", lab.name, "/", lab.student_file,
                    "\n  check  racelab check ", lab.name, "\n");
  }
  cli.print(text);
}

void PrintJson(const Cli& cli, const std::vector<Row>& rows, const Row* next) {
  nlohmann::json labs = nlohmann::json::array();
  for (const Row& row : rows) {
    nlohmann::json lab = {{"lab", row.lab->name},
                          {"title", row.lab->title},
                          {"part", row.lab->part},
                          {"state", LabStateName(row.state)},
                          {"minutes", row.lab->minutes}};
    if (row.state == LabState::kFailing) lab["verdict"] = KindName(row.verdict);
    labs.push_back(std::move(lab));
  }
  nlohmann::json course = {{"schema", "racelab/course/v1"}, {"labs", labs}, {"next", nullptr}};
  if (next != nullptr) course["next"] = next->lab->name;
  cli.PrintJson(course);
}

}  // namespace

void RunOverview(Cli& cli) {
  const Catalog* catalog = cli.FindCatalog();
  if (catalog == nullptr) return;
  const std::vector<Row> rows = RowsOf(*catalog, *cli.FindWorkspace());
  const Row* next = NextOf(rows);
  cli.json ? PrintJson(cli, rows, next) : PrintText(cli, rows, next);
}

}  // namespace racelab
