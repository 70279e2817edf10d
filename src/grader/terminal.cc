#include "grader/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace racelab {
namespace {

std::string_view Code(Style style) {
  switch (style) {
    case Style::kBold:
      return "\033[1m";
    case Style::kDim:
      return "\033[2m";
    case Style::kRed:
      return "\033[1;31m";
    case Style::kGreen:
      return "\033[32m";
    case Style::kYellow:
      return "\033[33m";
    case Style::kCyan:
      return "\033[36m";
    case Style::kPlain:
      break;
  }
  return "";
}

bool IsSet(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool Continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::string Terminal::Paint(Style style, std::string_view text) const {
  if (!color || style == Style::kPlain) return std::string(text);
  return absl::StrCat(Code(style), text, "\033[0m");
}

Terminal DetectTerminal(int fd) {
  Terminal terminal;
  if (::isatty(fd) == 0) return terminal;
  const char* term = std::getenv("TERM");
  const bool dumb = term == nullptr || std::string_view(term) == "dumb";
  terminal.interactive = !dumb;
  terminal.color = !dumb && !IsSet("NO_COLOR");
  winsize size{};
  if (::ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    // Below 40 columns nothing can be laid out; above 120 lines are tiring to read.
    terminal.columns = std::clamp<int>(size.ws_col, 40, 120);
  }
  return terminal;
}

std::string Printable(std::string_view text) {
  std::string printable;
  for (const char c : text) {
    if (c == '\t') {
      printable += "    ";
    } else if (c == '\n' || !absl::ascii_iscntrl(static_cast<unsigned char>(c))) {
      printable += c;
    } else if (c != '\r') {
      printable += '?';
    }
  }
  return printable;
}

int DisplayWidth(std::string_view text) {
  int width = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\033') {
      while (i < text.size() && text[i] != 'm') ++i;
    } else if (!Continues(text[i])) {
      ++width;
    }
  }
  return width;
}

std::string PadRight(std::string_view text, int columns) {
  const int missing = std::max(0, columns - DisplayWidth(text));
  return absl::StrCat(text, std::string(missing, ' '));
}

std::string CutTo(std::string_view text, int columns) {
  if (DisplayWidth(text) <= columns) return std::string(text);
  size_t end = 0;
  for (int width = 0; end < text.size(); ++end) {
    if (!Continues(text[end]) && ++width == columns) break;
  }
  return absl::StrCat(text.substr(0, end), "…");
}

std::string Fold(std::string_view text, int columns, std::string_view indent) {
  std::string folded;
  int used = 0;
  bool first_line = true;
  for (std::string_view line : absl::StrSplit(text, '\n')) {
    if (!first_line) {
      absl::StrAppend(&folded, "\n", indent);
      used = DisplayWidth(indent);
    }
    first_line = false;
    bool first_word = true;
    for (std::string_view word : absl::StrSplit(line, ' ')) {
      const int width = DisplayWidth(word);
      if (!first_word && used + 1 + width > columns) {
        absl::StrAppend(&folded, "\n", indent, word);
        used = DisplayWidth(indent) + width;
      } else {
        absl::StrAppend(&folded, first_word ? "" : " ", word);
        used += width + (first_word ? 0 : 1);
      }
      first_word = false;
    }
  }
  return folded;
}

}  // namespace racelab
