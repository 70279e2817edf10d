#include "grader/render_schedule.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "grader/render_layout.h"

namespace racelab {
namespace {

constexpr std::string_view kIndent = "  ";

std::string Place(const ScheduleStep& step) {
  if (step.file.empty()) return "";
  const std::string file = Printable(step.file);
  return step.line > 0 ? absl::StrCat(file, ":", step.line) : file;
}

std::string Source(const ScheduleStep& step) {
  return Printable(absl::StripAsciiWhitespace(step.source));
}

Block Cell(const ScheduleStep& step, int columns, const Terminal& terminal) {
  Block cell;
  const std::string place = Place(step);
  const std::string source = Source(step);
  const int together = DisplayWidth(place) + 2 + DisplayWidth(source);
  if (!place.empty() && !source.empty() && together <= columns) {
    cell.push_back(absl::StrCat(terminal.Paint(Style::kDim, place), "  ", source));
  } else {
    if (!place.empty()) cell.push_back(terminal.Paint(Style::kDim, CutTo(place, columns)));
    if (!source.empty()) cell.push_back(CutTo(source, columns));
  }
  for (const std::string& line : FoldToBlock(absl::StrCat("→ ", Printable(step.text)), columns)) {
    cell.push_back(terminal.Paint(Style::kYellow, line));
  }
  return cell;
}

// The threads that do something, in their order.
std::vector<int> ActiveThreads(const Schedule& schedule) {
  std::vector<int> active;
  for (int i = 0; i < static_cast<int>(schedule.threads.size()); ++i) {
    const bool acts = std::any_of(schedule.steps.begin(), schedule.steps.end(),
                                  [i](const ScheduleStep& step) { return step.thread == i; });
    if (acts) active.push_back(i);
  }
  return active;
}

std::string AsList(const Schedule& schedule, const Terminal& terminal) {
  std::string out;
  for (const ScheduleStep& step : schedule.steps) {
    const std::string line = absl::StrCat(schedule.threads[step.thread], "  ", Place(step), "  ",
                                          Source(step), "  → ", Printable(step.text));
    absl::StrAppend(&out, kIndent, Fold(line, terminal.columns, "      "), "\n");
  }
  return out;
}

}  // namespace

std::string RenderSchedule(const Schedule& schedule, const Terminal& terminal) {
  const std::vector<int> active = ActiveThreads(schedule);
  const int columns = ColumnWidth(terminal, active.size(), kIndent.size());
  if (columns == 0) return AsList(schedule, terminal);
  std::vector<Block> header;
  for (const int thread : active) {
    const std::string name = CutTo(Printable(schedule.threads[thread]), columns);
    header.push_back({terminal.Paint(Style::kBold, name)});
  }
  std::string out = SideBySide(header, columns, kIndent);
  for (const ScheduleStep& step : schedule.steps) {
    std::vector<Block> row(active.size());
    const auto column = std::find(active.begin(), active.end(), step.thread) - active.begin();
    row[static_cast<size_t>(column)] = Cell(step, columns, terminal);
    absl::StrAppend(&out, SideBySide(row, columns, kIndent));
  }
  return out;
}

}  // namespace racelab
