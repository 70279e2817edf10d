// The reports of AddressSanitizer, LeakSanitizer and UndefinedBehaviorSanitizer.
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "grader/sanitizer_log.h"

namespace racelab {
namespace {

struct AsanKind {
  std::string_view marker;
  Kind kind;
  std::string_view message;
};

// The first marker that is in the report's first line decides.
constexpr AsanKind kAsanKinds[] = {
    {"heap-use-after-free", Kind::kUseAfterFree, "Memory is used after it was freed"},
    {"stack-use-after-return", Kind::kUseAfterFree,
     "A local variable is used after its function returned"},
    {"stack-use-after-scope", Kind::kUseAfterFree, "A local variable is used after its scope"},
    {"double-free", Kind::kUseAfterFree, "The same memory is freed twice"},
    {"not malloc()-ed", Kind::kUndefinedBehaviour, "Something is freed that was never allocated"},
    {"alloc-dealloc-mismatch", Kind::kUndefinedBehaviour,
     "Memory is freed by the wrong function for how it was allocated"},
    {"new-delete-type-mismatch", Kind::kUndefinedBehaviour,
     "An object is deleted as another type than it was made"},
    {"overflow on address", Kind::kUndefinedBehaviour, "Memory beyond an object is used"},
    {"stack-overflow", Kind::kCrash, "The stack overflowed (a recursion without end?)"},
    {"allocation-size-too-big", Kind::kCrash, "An impossible amount of memory was asked for"},
    {"out of memory", Kind::kCrash, "The memory ran out"},
    {"SEGV", Kind::kCrash, "The program touched memory that it does not have (a null pointer?)"},
    {"ABRT", Kind::kCrash, "The program aborted (an uncaught exception, std::terminate)"},
    {"FPE", Kind::kCrash, "The program divided by zero"},
    {"overflow", Kind::kUndefinedBehaviour, "Memory beyond an object is used"},
};

// A heading of the report ("freed by thread T0 here:") and the stack below it.
struct Section {
  std::string_view heading;
  std::vector<Frame> stack;
};

std::vector<Section> SectionsOf(const std::vector<std::string_view>& lines,
                                const SourceNames& names) {
  std::vector<Section> sections;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!ParseFrame(lines[i], names)) continue;
    Section section{absl::StripAsciiWhitespace(lines[i - 1]), ParseStack(lines, &i, names)};
    sections.push_back(std::move(section));
  }
  return sections;
}

// "READ of size 4 at 0x602 thread T1" → "thread 1"; "freed by thread T0 here:" → "main".
std::string ThreadOf(std::string_view heading) {
  const std::size_t at = heading.find("thread T");
  if (at == std::string_view::npos) return "main";
  std::string_view number = heading.substr(at + 8);
  number = number.substr(0, number.find_first_not_of("0123456789"));
  return number == "0" ? "main" : absl::StrCat("thread ", number);
}

std::string DidInWords(std::string_view heading) {
  if (absl::StartsWith(heading, "READ")) return "used it (read)";
  if (absl::StartsWith(heading, "WRITE")) return "used it (wrote)";
  if (absl::StartsWith(heading, "freed by")) return "freed it";
  if (absl::StrContains(heading, "allocated by")) return "allocated it";
  return "";
}

}  // namespace

Finding ReadAsanReport(const std::vector<std::string_view>& lines, const SourceNames& names) {
  Finding finding;
  finding.oracle = "asan";
  finding.kind = Kind::kCrash;
  std::string message = "AddressSanitizer ended the program";
  for (const AsanKind& kind : kAsanKinds) {
    if (!absl::StrContains(lines.front(), kind.marker)) continue;
    finding.kind = kind.kind;
    message = std::string(kind.message);
    break;
  }
  std::vector<std::string> told;
  for (const Section& section : SectionsOf(lines, names)) {
    const bool first = finding.threads.empty();
    std::string did = DidInWords(section.heading);
    if (did.empty() && !first) continue;  // Where a thread was created.
    if (did.empty()) did = "was here";
    const Frame place = Blame(section.stack, names);
    if (place.line > 0) finding.locations.push_back(place);
    const std::string thread = ThreadOf(section.heading);
    told.push_back(absl::StrCat(thread, " ", did, " at ", PlaceInWords(place)));
    finding.threads.push_back({thread, did, {}, Fold(section.stack, names)});
  }
  finding.message = absl::StrCat(message, told.empty() ? "" : ": ", absl::StrJoin(told, ", "), ".");
  return finding;
}

std::vector<Finding> ReadLsanReport(const std::vector<std::string_view>& lines,
                                    const SourceNames& names) {
  std::vector<Finding> findings;
  for (const Section& section : SectionsOf(lines, names)) {
    // "Direct leak of 24 byte(s) in 1 object(s) allocated from:"; what only the leaked block points
    // to is an indirect leak, and gone with the cause.
    if (!absl::StartsWith(section.heading, "Direct leak of ")) continue;
    std::string_view size = section.heading.substr(15);
    size = size.substr(0, size.find(' '));
    Finding finding;
    finding.kind = Kind::kLeak;
    finding.oracle = "lsan";
    const Frame place = Blame(section.stack, names);
    if (place.line > 0) finding.locations.push_back(place);
    finding.message = absl::StrCat(size, " bytes allocated at ", PlaceInWords(place),
                                   " are never freed, and nothing points to them any more.");
    finding.threads.push_back({"", "allocated it", {}, Fold(section.stack, names)});
    findings.push_back(std::move(finding));
  }
  if (findings.empty()) {
    // A cycle of objects, or a report that was cut off.
    Finding finding;
    finding.kind = Kind::kLeak;
    finding.oracle = "lsan";
    finding.message = "Memory is never freed, and nothing points to it any more.";
    for (const Section& section : SectionsOf(lines, names)) {
      const Frame place = Blame(section.stack, names);
      if (place.line > 0) finding.locations.push_back(place);
    }
    findings.push_back(std::move(finding));
  }
  return findings;
}

Finding ReadUbsanReport(const std::vector<std::string_view>& lines, const SourceNames& names) {
  Finding finding;
  finding.oracle = "ubsan";
  finding.kind = Kind::kUndefinedBehaviour;
  const std::string_view line = lines.front();
  constexpr std::string_view kMark = ": runtime error: ";
  const std::size_t mark = line.find(kMark);
  std::size_t at = 1;
  const std::vector<Frame> stack = ParseStack(lines, &at, names);
  // The place in front of the message is what g++ and clang agree on: as a frame it parses.
  const std::string as_frame = absl::StrCat("#0 ? ", line.substr(0, mark));
  Frame place = ParseFrame(as_frame, names).value_or(Frame{});
  const Frame blamed = Blame(stack, names);
  if (blamed.line > 0 && (place.file != names.student_file)) place = blamed;
  if (place.line > 0) finding.locations.push_back(place);
  finding.message = absl::StrCat("Undefined behaviour at ", PlaceInWords(place), ": ",
                                 line.substr(mark + kMark.size()), ".");
  if (!stack.empty()) finding.threads.push_back({"", "was here", {}, Fold(stack, names)});
  return finding;
}

}  // namespace racelab
