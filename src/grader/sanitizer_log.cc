#include "grader/sanitizer_log.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"

namespace racelab {
namespace {

constexpr std::size_t kDetailsKept = 8192;
constexpr std::string_view kCanary = "racelab_canary::Race";

enum class Source { kNone, kTsan, kAsan, kLsan, kUbsan, kInternal };

bool Has(std::string_view line, std::string_view text) {
  return line.find(text) != std::string_view::npos;
}

// Whether a report begins at this line, and of whom.
Source Begins(std::string_view line) {
  if (Has(line, "FATAL: ThreadSanitizer") || Has(line, "ThreadSanitizer: CHECK failed") ||
      Has(line, "AddressSanitizer: CHECK failed") || Has(line, "Shadow memory range interleaves") ||
      Has(line, "LeakSanitizer has encountered a fatal error") || Has(line, "failed to allocate") ||
      Has(line, "ReserveShadowMemoryRange failed")) {
    return Source::kInternal;
  }
  if (Has(line, "WARNING: ThreadSanitizer: ") || Has(line, "ERROR: ThreadSanitizer: ")) {
    return Source::kTsan;
  }
  if (Has(line, "ERROR: AddressSanitizer: ")) return Source::kAsan;
  if (Has(line, "ERROR: LeakSanitizer: ")) return Source::kLsan;
  if (Has(line, ": runtime error: ")) return Source::kUbsan;
  return Source::kNone;
}

bool IsRuler(std::string_view line) {
  return line.size() > 10 && line.find_first_not_of('=') == std::string_view::npos;
}

std::string Details(const std::vector<std::string_view>& lines) {
  const std::string text = absl::StrJoin(lines, "\n");
  if (text.size() <= kDetailsKept) return text;
  return absl::StrCat(std::string_view(text).substr(0, kDetailsKept), "\n…");
}

bool MentionsCanary(const std::vector<std::string_view>& lines) {
  return std::any_of(lines.begin(), lines.end(),
                     [](std::string_view line) { return Has(line, kCanary); });
}

void Take(Source source, const std::vector<std::string_view>& lines, const SourceNames& names,
          SanitizerLog& log) {
  const std::size_t first = log.findings.size();
  switch (source) {
    case Source::kTsan:
      if (MentionsCanary(lines)) {
        log.canary_seen = true;
        return;
      }
      log.findings.push_back(ReadTsanReport(lines, names));
      break;
    case Source::kAsan:
      log.findings.push_back(ReadAsanReport(lines, names));
      break;
    case Source::kLsan:
      for (Finding& leak : ReadLsanReport(lines, names)) log.findings.push_back(std::move(leak));
      break;
    case Source::kUbsan:
      log.findings.push_back(ReadUbsanReport(lines, names));
      break;
    case Source::kInternal:
      log.environment = std::string(lines.front());
      break;
    case Source::kNone:
      return;
  }
  for (std::size_t i = first; i < log.findings.size(); ++i) {
    log.findings[i].details = Details(lines);
  }
}

}  // namespace

SanitizerLog ReadSanitizerLog(std::string_view text, const SourceNames& names) {
  SanitizerLog log;
  Source source = Source::kNone;
  std::vector<std::string_view> lines;
  for (std::string_view line : absl::StrSplit(text, '\n')) {
    const Source next = Begins(line);
    if (next != Source::kNone || IsRuler(line)) {
      Take(source, lines, names, log);
      lines.clear();
      source = next;
    }
    if (source != Source::kNone) lines.push_back(line);
  }
  Take(source, lines, names, log);
  return log;
}

}  // namespace racelab
