#include "grader/render_layout.h"

#include <algorithm>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace racelab {
namespace {

// Narrower than this, "counter.cc:14" and a statement no longer stand in one line.
constexpr int kNarrowestColumn = 24;
constexpr int kGap = 2;

void AppendLine(std::string& out, std::string_view line) {
  absl::StrAppend(&out, absl::StripTrailingAsciiWhitespace(line), "\n");
}

}  // namespace

Block FoldToBlock(std::string_view text, int columns) {
  return absl::StrSplit(Fold(text, columns, "  "), '\n');
}

std::string SideBySide(const std::vector<Block>& blocks, int columns, std::string_view indent) {
  size_t height = 0;
  for (const Block& block : blocks) height = std::max(height, block.size());
  std::string out;
  for (size_t row = 0; row < height; ++row) {
    std::string line(indent);
    for (const Block& block : blocks) {
      absl::StrAppend(&line, PadRight(row < block.size() ? block[row] : "", columns + kGap));
    }
    AppendLine(out, line);
  }
  return out;
}

int ColumnWidth(const Terminal& terminal, size_t count, size_t indent) {
  if (count == 0) return 0;
  const int room =
      terminal.columns - static_cast<int>(indent) - kGap * (static_cast<int>(count) - 1);
  const int width = room / static_cast<int>(count);
  return width < kNarrowestColumn ? 0 : width;
}

Table::Table(std::vector<std::string> header, std::string indent)
    : header_(std::move(header)), indent_(std::move(indent)) {}

void Table::AddRow(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

void Table::AddGap() { rows_.emplace_back(); }

std::string Table::Render(const Terminal& terminal) const {
  std::vector<int> widths;
  const auto widen = [&widths](const std::vector<std::string>& cells) {
    widths.resize(std::max(widths.size(), cells.size()));
    for (size_t i = 0; i < cells.size(); ++i) {
      widths[i] = std::max(widths[i], DisplayWidth(cells[i]));
    }
  };
  widen(header_);
  for (const auto& row : rows_) widen(row);
  std::string out;
  const auto append = [&](const std::vector<std::string>& cells, Style style) {
    std::string line = indent_;
    for (size_t i = 0; i < cells.size(); ++i) {
      absl::StrAppend(&line, PadRight(terminal.Paint(style, cells[i]), widths[i] + kGap));
    }
    AppendLine(out, line);
  };
  if (!header_.empty()) append(header_, Style::kDim);
  for (const auto& row : rows_) append(row, Style::kPlain);
  return out;
}

}  // namespace racelab
