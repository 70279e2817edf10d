// ThreadSanitizer's reports.
//
//   WARNING: ThreadSanitizer: data race (pid=1)
//     Write of size 4 at 0x7b04 by thread T2 (mutexes: write M9):
//       #0 Counter::Increment() counter.cc:14 (libx.so+0x1209)
//
//     Previous read of size 4 at 0x7b04 by main thread:
//       …
//     Location is heap block of size 4 at 0x7b04 allocated by main thread:
//       …
#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "grader/sanitizer_log.h"

namespace racelab {
namespace {

// One of the two sides of a race.
struct Access {
  std::string thread;  // "thread T2", "main thread"
  bool writes = false;
  bool atomic = false;
  std::string size;                // "4"
  std::vector<std::string> locks;  // "M9"
  std::vector<Frame> stack;
};

std::string Between(std::string_view text, std::string_view after, std::string_view before) {
  const std::size_t begin = text.find(after);
  if (begin == std::string_view::npos) return "";
  const std::size_t from = begin + after.size();
  const std::size_t end = before.empty() ? text.size() : text.find(before, from);
  return std::string(text.substr(from, end == std::string_view::npos ? end : end - from));
}

// "Write of size 4 at 0x7b04 by thread T2 (mutexes: write M9):"
bool ParseAccess(std::string_view line, Access& access) {
  const std::string text = absl::AsciiStrToLower(absl::StripAsciiWhitespace(line));
  if (!absl::StrContains(text, " of size ") || !absl::StrContains(text, " by ")) return false;
  access.writes = absl::StrContains(text, "write");
  access.atomic = absl::StrContains(text, "atomic");
  access.size = Between(text, "of size ", " ");
  const std::string by(absl::StripSuffix(Between(text, " by ", ""), ":"));
  const std::string mutexes = Between(by, "mutexes: ", ")");
  for (std::string_view item : absl::StrSplit(mutexes, ", ", absl::SkipEmpty())) {
    // "write m9" or "read m9".
    const std::size_t space = item.rfind(' ');
    access.locks.push_back(absl::StrCat("mutex M", item.substr(space + 2),
                                        absl::StartsWith(item, "read") ? " (shared)" : ""));
  }
  access.thread = std::string(absl::StripAsciiWhitespace(by.substr(0, by.find('('))));
  return true;
}

// "thread t2" → "thread 2".
std::string ThreadName(std::string_view thread) {
  if (thread == "main thread") return "main";
  if (absl::ConsumePrefix(&thread, "thread t")) return absl::StrCat("thread ", thread);
  return std::string(thread);
}

bool Frees(const Access& access) {
  if (access.stack.empty()) return false;
  const std::string& function = access.stack.front().function;
  return absl::StartsWith(function, "operator delete") || function == "free" ||
         function == "realloc";
}

std::string DidInWords(const Access& access) {
  if (Frees(access)) return "freed the memory";
  return absl::StrCat(access.writes ? "wrote " : "read ", access.size, " bytes",
                      access.atomic ? " atomically" : "");
}

std::string LocksInWords(const Access& access) {
  if (access.locks.empty()) return "holding no lock";
  return absl::StrCat("holding ", absl::StrJoin(access.locks, " and "));
}

bool ShareALock(const Access& a, const Access& b) {
  return std::any_of(a.locks.begin(), a.locks.end(), [&](const std::string& lock) {
    return std::find(b.locks.begin(), b.locks.end(), lock) != b.locks.end();
  });
}

// "Location is global 'total' of size 4 at …" → "the global `total`".
std::string WhatInWords(std::string_view location) {
  if (absl::StrContains(location, "global '")) {
    return absl::StrCat("the global `", Between(location, "global '", "'"), "`");
  }
  if (absl::StrContains(location, "heap block")) {
    return absl::StrCat("an object on the heap (", Between(location, "of size ", " "), " bytes)");
  }
  if (absl::StrContains(location, "stack of")) return "a variable on a thread's stack";
  if (absl::StrContains(location, "TLS of")) return "a thread-local variable";
  return "the same memory";
}

std::string RaceInWords(const Access& a, const Access& b, const std::string& what,
                        const SourceNames& names) {
  auto side = [&](const Access& access) {
    return absl::StrCat(ThreadName(access.thread), " ", DidInWords(access), " at ",
                        PlaceInWords(Blame(access.stack, names)), " ", LocksInWords(access));
  };
  std::string why = "Nothing orders the two";
  if (!a.locks.empty() && !b.locks.empty() && !ShareALock(a, b)) {
    why += ": they hold different locks";
  } else if (a.locks.empty() != b.locks.empty()) {
    why += ": a lock protects only if both sides take it";
  } else if (ShareALock(a, b)) {
    why += ": a shared lock lets both in at once";
  }
  return absl::StrCat("Two threads use ", what, " at the same time: ", side(a), ", ", side(b), ". ",
                      why, ".");
}

struct OtherKind {
  std::string_view marker;
  Kind kind;
  std::string_view message;
};

constexpr OtherKind kOtherKinds[] = {
    {"heap-use-after-free", Kind::kUseAfterFree, "Memory is used after it was freed"},
    {"thread leak", Kind::kResourceLeak, "A thread was started and never joined or detached"},
    {"unlock of an unlocked mutex", Kind::kUndefinedBehaviour,
     "A mutex is unlocked that is not locked, or not by this thread"},
    {"double lock", Kind::kDeadlock, "A thread locks a mutex that it already holds"},
    {"destroy of a locked mutex", Kind::kUndefinedBehaviour,
     "A mutex is destroyed while it is locked"},
    {"use of an invalid mutex", Kind::kUndefinedBehaviour,
     "A mutex is used that was never made, or is destroyed already"},
    {"read lock of a write locked mutex", Kind::kDeadlock,
     "A thread takes a shared lock on a mutex that it holds exclusively"},
    {"read unlock of a write locked mutex", Kind::kUndefinedBehaviour,
     "A mutex locked exclusively is unlocked as if it were shared"},
    {"signal-unsafe call", Kind::kUndefinedBehaviour,
     "A signal handler makes a call that is not safe there"},
    {"lock-order-inversion", Kind::kDeadlock, "Two mutexes are locked in opposite orders"},
    {"SEGV", Kind::kCrash, "The program touched memory that it does not have"},
    {"ABRT", Kind::kCrash, "The program aborted (an uncaught exception, std::terminate)"},
    {"stack-overflow", Kind::kCrash, "The stack overflowed (a recursion without end?)"},
};

// A report that is not about a pair of accesses.
void TellOther(const std::vector<std::string_view>& lines, const SourceNames& names,
               Finding& finding) {
  finding.kind = Kind::kUndefinedBehaviour;
  finding.message = absl::StrCat("ThreadSanitizer reports: ",
                                 Between(lines.front(), "ThreadSanitizer: ", " (pid"));
  for (const OtherKind& other : kOtherKinds) {
    if (!absl::StrContains(lines.front(), other.marker)) continue;
    finding.kind = other.kind;
    finding.message = std::string(other.message);
    break;
  }
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const std::vector<Frame> stack = ParseStack(lines, &i, names);
    if (stack.empty()) continue;
    const Frame place = Blame(stack, names);
    if (finding.locations.empty()) absl::StrAppend(&finding.message, ", at ", PlaceInWords(place));
    if (place.line > 0) finding.locations.push_back(place);
  }
  finding.message += ".";
}

}  // namespace

Finding ReadTsanReport(const std::vector<std::string_view>& lines, const SourceNames& names) {
  Finding finding;
  finding.oracle = "tsan";
  std::vector<Access> accesses;
  std::string what = "the same memory";
  for (std::size_t i = 1; i < lines.size();) {
    Access access;
    const std::string_view line = lines[i++];
    if (absl::StrContains(line, "Location is ")) {
      what = WhatInWords(line);
    } else if (ParseAccess(line, access)) {
      access.stack = ParseStack(lines, &i, names);
      accesses.push_back(std::move(access));
    }
  }
  if (accesses.size() < 2 || !absl::StrContains(lines.front(), "race")) {
    TellOther(lines, names, finding);
  } else {
    const Access& a = accesses[0];
    const Access& b = accesses[1];
    // Who frees what another thread may still use has a lifetime problem, not a lost update.
    finding.kind = Frees(a) || Frees(b) ? Kind::kUseAfterFree : Kind::kDataRace;
    finding.message = RaceInWords(a, b, what, names);
  }
  for (const Access& access : accesses) {
    const Frame place = Blame(access.stack, names);
    if (place.line > 0) finding.locations.push_back(place);
    finding.threads.push_back(
        {ThreadName(access.thread), DidInWords(access), access.locks, Fold(access.stack, names)});
  }
  return finding;
}

}  // namespace racelab
