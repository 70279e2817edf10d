// Reads what ThreadSanitizer, AddressSanitizer, LeakSanitizer and UndefinedBehaviorSanitizer wrote
// into their logs, and tells it in plain words at the student's lines.
//
// Thread-safety: pure functions.
#ifndef RACELAB_GRADER_SANITIZER_LOG_H_
#define RACELAB_GRADER_SANITIZER_LOG_H_

#include <string>
#include <string_view>
#include <vector>

#include "grader/finding.h"
#include "grader/sanitizer_frames.h"

namespace racelab {

struct SanitizerLog {
  std::vector<Finding> findings;  // In the log's order, without `variant` and `story`.
  bool canary_seen = false;       // The check's own planted race; it is not among the findings.
  // What the sanitizer says of itself ("unexpected memory mapping"): the machine's failure, "" when
  // there is none.
  std::string environment;
};

// `text` may hold any number of reports, of any of the sanitizers, cut off anywhere.
SanitizerLog ReadSanitizerLog(std::string_view text, const SourceNames& names);

// One report of ThreadSanitizer: the lines between two rulers, the first of which names the kind.
Finding ReadTsanReport(const std::vector<std::string_view>& lines, const SourceNames& names);

// One report of AddressSanitizer.
Finding ReadAsanReport(const std::vector<std::string_view>& lines, const SourceNames& names);

// All leaks of one report of LeakSanitizer.
std::vector<Finding> ReadLsanReport(const std::vector<std::string_view>& lines,
                                    const SourceNames& names);

// One "runtime error:" of UndefinedBehaviorSanitizer and its stack.
Finding ReadUbsanReport(const std::vector<std::string_view>& lines, const SourceNames& names);

}  // namespace racelab

#endif  // RACELAB_GRADER_SANITIZER_LOG_H_
