#include "grader/sanitizer_frames.h"

#include <cctype>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"

namespace racelab {
namespace {

std::string_view BaseName(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool IsOfTheLab(std::string_view name, const SourceNames& names) {
  return name == names.student_file || name == names.contract || name == names.check;
}

// Removes a "(module+0x1f)" or "(BuildId: …)" from the end; both may be there.
std::string_view WithoutModule(std::string_view text) {
  for (;;) {
    text = absl::StripTrailingAsciiWhitespace(text);
    const std::size_t open = text.rfind(" (");
    if (!text.ends_with(")") || open == std::string_view::npos) return text;
    const std::string_view inside = text.substr(open + 2);
    const bool module = inside.find("+0x") != std::string_view::npos;
    if (!module && !inside.starts_with("BuildId:")) return text;
    text = text.substr(0, open);
  }
}

// Takes ":14" off the end.
bool TakeNumber(std::string_view& text, int& number) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || !absl::SimpleAtoi(text.substr(colon + 1), &number)) {
    return false;
  }
  text = text.substr(0, colon);
  return true;
}

// "/x/counter.cc:14:5" or "/x/counter.cc:14".
bool ParsePlace(std::string_view text, Frame& frame) {
  int last = 0, line = 0;
  if (!TakeNumber(text, last)) return false;
  frame.line = TakeNumber(text, line) ? line : last;
  frame.file = std::string(text);
  return true;
}

bool IsNoise(const Frame& frame, const SourceNames& names) {
  if (frame.file.empty()) return true;
  return !IsOfTheLab(frame.file, names);
}

}  // namespace

std::optional<Frame> ParseFrame(std::string_view line, const SourceNames& names) {
  std::string_view rest = absl::StripLeadingAsciiWhitespace(line);
  if (!rest.starts_with("#") || rest.size() < 3 || !std::isdigit(rest[1])) return std::nullopt;
  const std::size_t space = rest.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  rest = absl::StripLeadingAsciiWhitespace(rest.substr(space));
  // AddressSanitizer: "#0 0x55d0 in f() …".
  if (rest.starts_with("0x")) {
    const std::size_t in = rest.find(" in ");
    if (in == std::string_view::npos) return Frame{"", 0, "?"};
    rest = rest.substr(in + 4);
  }
  rest = WithoutModule(rest);
  Frame frame;
  const std::size_t place = rest.rfind(' ');
  if (place != std::string_view::npos && ParsePlace(rest.substr(place + 1), frame)) {
    rest = rest.substr(0, place);
    const std::string_view base = BaseName(frame.file);
    if (IsOfTheLab(base, names)) frame.file = std::string(base);
  } else if (rest.ends_with(" <null>")) {
    rest.remove_suffix(7);
  }
  frame.function = std::string(rest);
  return frame;
}

std::vector<Frame> ParseStack(std::span<const std::string_view> lines, std::size_t* at,
                              const SourceNames& names) {
  std::vector<Frame> stack;
  for (; *at < lines.size(); ++*at) {
    std::optional<Frame> frame = ParseFrame(lines[*at], names);
    if (!frame) break;
    stack.push_back(*std::move(frame));
  }
  return stack;
}

std::vector<Frame> Fold(const std::vector<Frame>& stack, const SourceNames& names) {
  std::vector<Frame> folded;
  for (const Frame& frame : stack) {
    if (!IsNoise(frame, names)) folded.push_back(frame);
  }
  if (folded.empty() && !stack.empty()) folded.push_back(stack.front());
  return folded;
}

Frame Blame(const std::vector<Frame>& stack, const SourceNames& names) {
  for (const std::string* file : {&names.student_file, &names.contract, &names.check}) {
    for (const Frame& frame : stack) {
      if (frame.file == *file && frame.line > 0) return frame;
    }
  }
  for (const Frame& frame : stack) {
    if (frame.line > 0) return frame;
  }
  return {};
}

std::string PlaceInWords(const Frame& frame) {
  if (frame.line == 0) return "an unknown place";
  return absl::StrCat(BaseName(frame.file), ":", frame.line);
}

}  // namespace racelab
