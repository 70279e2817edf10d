// Text side by side: blocks in columns, and tables.
#ifndef RACELAB_GRADER_RENDER_LAYOUT_H_
#define RACELAB_GRADER_RENDER_LAYOUT_H_

#include <string>
#include <string_view>
#include <vector>

#include "grader/terminal.h"

namespace racelab {

// A block is some lines of text, with or without escape codes.
using Block = std::vector<std::string>;

// The lines of `text` folded to `columns`; what follows a fold is indented by two blanks.
Block FoldToBlock(std::string_view text, int columns);

// Sets blocks beside each other, each padded to `columns`, two blanks between them, every line
// starting with `indent`. Shorter blocks end early. Each line ends with a newline.
std::string SideBySide(const std::vector<Block>& blocks, int columns, std::string_view indent);

// How wide each of `count` blocks may be in a line of `columns` with that indent; 0 when they would
// become too narrow to read, and belong below each other instead.
int ColumnWidth(const Terminal& terminal, size_t count, size_t indent);

// A table with left-aligned columns as wide as their widest cell, two blanks apart. The header is
// dim. Rows may be shorter than the header. Cells may hold escape codes.
class Table {
 public:
  Table(std::vector<std::string> header, std::string indent);

  void AddRow(std::vector<std::string> cells);
  // A line across the table, for instance between labs.
  void AddGap();

  bool empty() const { return rows_.empty(); }
  std::string Render(const Terminal& terminal) const;

 private:
  const std::vector<std::string> header_;
  const std::string indent_;
  std::vector<std::vector<std::string>> rows_;  // an empty row is a gap
};

}  // namespace racelab

#endif  // RACELAB_GRADER_RENDER_LAYOUT_H_
