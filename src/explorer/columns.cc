#include "columns.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace racelab::explorer {
namespace {

constexpr int kNarrowest = 22;
const char* const kBetween = " │ ";

bool ContinuesCharacter(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

int DisplayWidth(const std::string& text) {
  return static_cast<int>(
      std::count_if(text.begin(), text.end(), [](char c) { return !ContinuesCharacter(c); }));
}

// Exactly `width` characters wide.
std::string Fit(const std::string& text, int width) {
  const int have = DisplayWidth(text);
  if (have <= width) return text + std::string(static_cast<std::size_t>(width - have), ' ');
  std::string out;
  int taken = 0;
  for (const char c : text) {
    if (!ContinuesCharacter(c) && ++taken == width) return out + "…";
    out += c;
  }
  return out;
}

// Breaks at spaces into lines that fit.
std::vector<std::string> Wrap(const std::string& text, int width, const std::string& indent) {
  std::vector<std::string> lines;
  std::string line;
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t space = text.find(' ', at);
    if (space == std::string::npos) space = text.size();
    const std::string word = text.substr(at, space - at);
    at = space + 1;
    if (!line.empty() && DisplayWidth(line) + 1 + DisplayWidth(word) > width) {
      lines.push_back(line);
      line.clear();
    }
    line += line.empty() ? (lines.empty() ? "" : indent) + word : " " + word;
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

// What is between the outermost braces, when a definition or a lambda stands on one line: the
// statement that a step is about is in there.
std::string Inside(const std::string& source) {
  const std::size_t open = source.find("{ ");
  const std::size_t close = source.rfind('}');
  if (open == std::string::npos || close == std::string::npos || close <= open + 2) return source;
  std::string inside = source.substr(open + 2, close - open - 2);
  while (!inside.empty() && inside.back() == ' ') inside.pop_back();
  return inside;
}

class Table {
 public:
  Table(const Story& story, int width) : story_(story) {
    std::set<std::string> files;
    for (const StoryRow& row : story.rows) {
      if (!row.file.empty()) files.insert(row.file);
    }
    several_files_ = files.size() > 1;
    for (const StoryRow& row : story.rows) {
      if (row.left_out > 0) continue;
      int& need =
          widths_.try_emplace(row.thread, DisplayWidth(ThreadName(row.thread))).first->second;
      need = std::max({need, DisplayWidth(PlaceText(row)) + DisplayWidth(row.source),
                       2 + DisplayWidth(ActionText(row))});
    }
    Share(width - 3 * (static_cast<int>(widths_.size()) - 1));
  }

  std::string Render() {
    Head();
    const StoryRow* before = nullptr;
    for (const StoryRow& row : story_.rows) {
      if (row.left_out > 0) {
        out_ += "… " + WithThousands(row.left_out) + " steps …\n";
        before = nullptr;
        continue;
      }
      const bool same_line = before != nullptr && before->thread == row.thread &&
                             before->line == row.line && before->file == row.file && !row.defect;
      Row(row, same_line);
      before = &row;
    }
    return std::move(out_);
  }

 private:
  // Columns that need little leave the rest to the others.
  void Share(int room) {
    std::vector<std::pair<int, ThreadId>> by_need;
    for (const auto& [thread, need] : widths_) by_need.emplace_back(need, thread);
    std::sort(by_need.begin(), by_need.end());
    int left = static_cast<int>(by_need.size());
    for (const auto& [need, thread] : by_need) {
      const int width =
          std::clamp(need, std::min(kNarrowest, need), std::max(kNarrowest, room / left));
      widths_[thread] = width;
      room -= width;
      --left;
    }
  }

  void Head() {
    std::string rule;
    for (const auto& [thread, width] : widths_) {
      out_ += Fit(ThreadName(thread), width);
      for (int i = 0; i < width; ++i) rule += "─";
      if (thread != widths_.rbegin()->first) {
        out_ += kBetween;
        rule += "─┼─";
      }
    }
    TrimLine();
    out_ += "\n" + rule + "\n";
  }

  std::string PlaceText(const StoryRow& row) const {
    if (row.line == 0) return "";
    return (several_files_ ? BaseName(row.file) + ":" : "") + std::to_string(row.line) + ": ";
  }

  static std::string ActionText(const StoryRow& row) {
    std::string text = row.text;
    if (row.held.empty()) return text;
    text += "  [holds";
    for (const std::string& lock : row.held) text += " " + lock;
    return text + "]";
  }

  void Row(const StoryRow& row, bool same_line) {
    const int width = widths_.at(row.thread);
    if (row.preempts) Cell(row.thread, "↳ takes over");
    if (!same_line && row.line > 0) {
      const std::string place = PlaceText(row);
      const bool fits = DisplayWidth(place) + DisplayWidth(row.source) <= width;
      Cell(row.thread, place + (fits ? row.source : Inside(row.source)));
    }
    std::string mark = row.defect ? "✗ " : "  ";
    for (const std::string& line : Wrap(ActionText(row), width - 2, "  ")) {
      Cell(row.thread, mark + line);
      mark = "  ";
    }
  }

  void Cell(ThreadId column, const std::string& text) {
    for (const auto& [thread, width] : widths_) {
      out_ +=
          thread == column ? Fit(text, width) : std::string(static_cast<std::size_t>(width), ' ');
      if (thread != widths_.rbegin()->first) out_ += kBetween;
    }
    TrimLine();
    out_ += "\n";
  }

  void TrimLine() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
  }

  const Story& story_;
  std::map<ThreadId, int> widths_;
  bool several_files_ = false;
  std::string out_;
};

}  // namespace

std::string RenderColumns(const Story& story, int width) { return Table(story, width).Render(); }

std::string RenderInvolved(const Story& story) {
  std::string out;
  for (const StoryThread& thread : story.involved) {
    out += "  " + ThreadName(thread.thread) + " " + thread.did;
    for (std::size_t i = 0; i < thread.locks.size(); ++i) {
      out += (i == 0 ? ", holding " : " and ") + thread.locks[i];
    }
    out += "\n";
    for (const Frame& frame : thread.stack) {
      if (frame.file.empty() && frame.function.empty()) continue;
      out += "      " + BaseName(frame.file) + ":" + std::to_string(frame.line);
      out += frame.function.empty() ? "\n" : " in " + frame.function + "\n";
    }
  }
  return out;
}

}  // namespace racelab::explorer
