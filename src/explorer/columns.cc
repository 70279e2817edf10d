#include "columns.h"

#include <algorithm>
#include <set>

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

class Table {
 public:
  Table(const Story& story, int width) : story_(story) {
    for (const StoryRow& row : story.rows) {
      if (row.left_out == 0) threads_.insert(row.thread);
      if (!row.file.empty()) files_.insert(row.file);
    }
    const int count = std::max<int>(1, static_cast<int>(threads_.size()));
    width_ = std::max(kNarrowest, (width - 3 * (count - 1)) / count);
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
  void Head() {
    std::string rule;
    for (const ThreadId thread : threads_) {
      Cell(thread, ThreadName(thread));
      for (int i = 0; i < width_; ++i) rule += "─";
      if (thread != *threads_.rbegin()) rule += "─┼─";
    }
    // All names share one line.
    out_.clear();
    for (const ThreadId thread : threads_) {
      out_ += Fit(ThreadName(thread), width_);
      if (thread != *threads_.rbegin()) out_ += kBetween;
    }
    TrimLine();
    out_ += "\n" + rule + "\n";
  }

  void Row(const StoryRow& row, bool same_line) {
    if (row.preempts) Cell(row.thread, "↳ takes over");
    if (!same_line && row.line > 0) {
      const std::string place = files_.size() > 1 ? BaseName(row.file) + ":" : "";
      Cell(row.thread, place + std::to_string(row.line) + ": " + row.source);
    }
    std::string text = row.text;
    if (!row.held.empty()) {
      text += "  [holds";
      for (const std::string& lock : row.held) text += " " + lock;
      text += "]";
    }
    std::string mark = row.defect ? "✗ " : "  ";
    for (const std::string& line : Wrap(text, width_ - 2, "  ")) {
      Cell(row.thread, mark + line);
      mark = "  ";
    }
  }

  void Cell(ThreadId column, const std::string& text) {
    for (const ThreadId thread : threads_) {
      out_ +=
          thread == column ? Fit(text, width_) : std::string(static_cast<std::size_t>(width_), ' ');
      if (thread != *threads_.rbegin()) out_ += kBetween;
    }
    TrimLine();
    out_ += "\n";
  }

  void TrimLine() {
    while (!out_.empty() && out_.back() == ' ') out_.pop_back();
  }

  const Story& story_;
  std::set<ThreadId> threads_;
  std::set<std::string> files_;
  int width_ = 0;
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
