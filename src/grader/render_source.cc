#include "grader/render_source.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace racelab {
namespace {

constexpr int kContextLines = 2;
// A finding that points at more than this is told by its first places.
constexpr size_t kMarksMax = 6;
// A submission may be a file without an end; an excerpt needs no more than this.
constexpr size_t kLinesMax = 20000;

std::vector<std::string> ReadLines(const std::filesystem::path& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return {};
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; lines.size() < kLinesMax && std::getline(in, line);) {
    lines.push_back(Printable(line));
  }
  return lines;
}

// The notes of each marked line of one file.
using NotesByLine = std::map<int, std::string>;

void AddNote(NotesByLine& notes, const Mark& mark) {
  std::string& note = notes[mark.line];
  if (mark.note.empty() || absl::StrContains(note, mark.note)) return;
  absl::StrAppend(&note, note.empty() ? "" : "; ", mark.note);
}

// The part of a line to underline: the statement, without what encloses it.
std::pair<size_t, size_t> Statement(std::string_view line) {
  const size_t begin = line.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {0, 0};
  size_t end = line.find("  //");
  if (end == std::string_view::npos || end < begin) end = line.size();
  std::string_view statement = line.substr(begin, end - begin);
  statement = absl::StripTrailingAsciiWhitespace(statement);
  return {begin, statement.size()};
}

std::string Gutter(const std::string& text, size_t width) {
  return absl::StrCat("    ", std::string(width - std::min(width, text.size()), ' '), text, " | ");
}

void AppendMarkedLine(std::string& out, const std::string& source, const std::string& number,
                      const std::string& note, const Terminal& terminal) {
  const size_t width = number.size() + 2;
  absl::StrAppend(&out, Gutter(absl::StrCat("> ", number), width),
                  terminal.Paint(Style::kBold, source), "\n");
  const auto [begin, length] = Statement(source);
  const std::string carets = length == 0 ? "^" : std::string(length, '^');
  std::string line = absl::StrCat(Gutter("", width), std::string(begin, ' '));
  const int used = DisplayWidth(line) + static_cast<int>(carets.size());
  absl::StrAppend(&line, terminal.Paint(Style::kRed, carets));
  if (used + 1 + DisplayWidth(note) <= terminal.columns) {
    absl::StrAppend(&out, line, note.empty() ? "" : " ", terminal.Paint(Style::kRed, note), "\n");
    return;
  }
  const std::string indent = absl::StrCat(Gutter("", width), std::string(begin, ' '));
  absl::StrAppend(&out, line, "\n", indent, Fold(note, terminal.columns - used, indent), "\n");
}

std::string RenderFile(const std::string& file, const NotesByLine& notes,
                       const std::vector<std::string>& lines, const Terminal& terminal) {
  const int last = static_cast<int>(lines.size());
  std::set<int> shown;
  for (const auto& [line, note] : notes) {
    for (int i = line - kContextLines; i <= line + kContextLines; ++i) {
      if (i >= 1 && i <= last) shown.insert(i);
    }
  }
  if (shown.empty()) return "";
  const size_t digits = absl::StrCat(*shown.rbegin()).size();
  std::string out = absl::StrCat("  ", terminal.Paint(Style::kCyan, file), "\n");
  int previous = *shown.begin() - 1;
  for (const int i : shown) {
    if (i != previous + 1) absl::StrAppend(&out, Gutter("…", digits + 4), "\n");
    previous = i;
    std::string number = absl::StrCat(i);
    number.insert(0, digits - number.size(), ' ');
    const auto note = notes.find(i);
    if (note == notes.end()) {
      absl::StrAppend(&out, Gutter(number, digits + 2), lines[i - 1], "\n");
    } else {
      AppendMarkedLine(out, lines[i - 1], number, note->second, terminal);
    }
  }
  return out;
}

}  // namespace

SourceOf SourcesOfLab(const std::filesystem::path& lab_dir, std::string_view student_file,
                      const std::filesystem::path& submission) {
  auto cache = std::make_shared<std::map<std::string, std::vector<std::string>>>();
  return [=, student = std::string(student_file)](std::string_view file) {
    // Only a bare name is ever looked up: a finding's text comes from the submission's process.
    const std::string name = std::filesystem::path(file).filename().string();
    const auto [entry, is_new] = cache->try_emplace(name);
    if (is_new) entry->second = ReadLines(name == student ? submission : lab_dir / name);
    return entry->second;
  };
}

std::vector<Mark> MarksOf(const Finding& finding) {
  std::vector<Mark> marks;
  for (const ThreadStory& thread : finding.threads) {
    if (thread.stack.empty() || thread.stack[0].line <= 0) continue;
    marks.push_back({thread.stack[0].file, thread.stack[0].line,
                     Printable(absl::StrCat(thread.name, " ", thread.did))});
  }
  for (const Frame& frame : finding.locations) {
    if (frame.line > 0) marks.push_back({frame.file, frame.line, ""});
  }
  if (marks.size() > kMarksMax) marks.resize(kMarksMax);
  return marks;
}

std::string RenderExcerpts(const std::vector<Mark>& marks, const SourceOf& source_of,
                           const Terminal& terminal) {
  std::vector<std::string> files;
  std::map<std::string, NotesByLine> by_file;
  for (const Mark& mark : marks) {
    const auto [entry, is_new] = by_file.try_emplace(mark.file);
    if (is_new) files.push_back(mark.file);
    AddNote(entry->second, mark);
  }
  std::string out;
  for (const std::string& file : files) {
    absl::StrAppend(&out, RenderFile(file, by_file[file], source_of(file), terminal));
  }
  return out;
}

}  // namespace racelab
