#include "grader/render_advice.h"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace racelab {
namespace {

// The locks that every thread of the finding held.
std::vector<std::string> CommonLocks(const Finding& finding) {
  std::vector<std::string> common = finding.threads[0].locks;
  for (const ThreadStory& thread : finding.threads) {
    std::erase_if(common, [&](const std::string& lock) {
      return std::find(thread.locks.begin(), thread.locks.end(), lock) == thread.locks.end();
    });
  }
  return common;
}

// Whether the lab's own file was judged, and not one given with --file: labs/NN-name/FILE.
bool IsStudentFile(const Report& report) {
  const std::filesystem::path folder = std::filesystem::path(report.submission).parent_path();
  return folder.filename() == report.lab && folder.parent_path().filename() == "labs";
}

bool ExploredAll(const VariantOutcome& variant) {
  return std::all_of(variant.tests.begin(), variant.tests.end(),
                     [](const TestOutcome& test) { return test.exhaustive; });
}

}  // namespace

std::string_view KindMeaning(Kind kind) {
  switch (kind) {
    case Kind::kDataRace:
      return "C++ gives such a program no meaning at all, however often it seems to work.";
    case Kind::kUseAfterFree:
      return "The memory was given back while somebody could still use it.";
    case Kind::kDeadlock:
      return "Each of these threads waits for something that only another of them can give.";
    case Kind::kLostWakeup:
      return "The signal came while nobody was waiting for it, so nobody will ever wake.";
    case Kind::kLivelock:
      return "The threads are busy for ever and none of them gets anywhere.";
    case Kind::kNotParallel:
      return "The answer is right, but threads that could work at the same time wait for each "
             "other.";
    case Kind::kHang:
      return "The program did not end by itself.";
    case Kind::kSuspect:
      return "The submission worked on the judge rather than on the lab.";
    case Kind::kUnsupported:
      return "An oracle cannot judge this feature. That is the tool's limit, not a mistake of "
             "yours.";
    case Kind::kEnvironment:
      return "This machine cannot judge. It costs you no points: `racelab doctor` says what to "
             "fix.";
    default:
      return "";
  }
}

std::string_view KindNextStep(Kind kind) {
  switch (kind) {
    case Kind::kMissingFile:
      return "put the file back (`git checkout -- FILE` gives the starter), or name another with "
             "--file";
    case Kind::kCompileError:
      return "repair the first error; the later ones are often only its echo";
    case Kind::kForbidden:
      return "read what the contract allows, and reach the same without it";
    case Kind::kDataRace:
      return "ask of the marked lines: what makes one of them happen before the other, every time?";
    case Kind::kUseAfterFree:
      return "ask who owns this memory, and what keeps the owner from going first";
    case Kind::kUndefinedBehaviour:
      return "read the marked line with the values of the report in mind";
    case Kind::kDeadlock:
      return "write down who holds what and who waits for what; then break the circle";
    case Kind::kLostWakeup:
      return "ask what a thread looks at before it sleeps, and whether that can change in between";
    case Kind::kLivelock:
      return "ask what lets one of the threads go first";
    case Kind::kWrongValue:
      return "follow the threads through the marked lines: what may another one do between two "
             "steps?";
    case Kind::kCrash:
      return "start at the innermost line of yours in the stack";
    case Kind::kHang:
      return "look where each thread stands, and what it waits for";
    case Kind::kLeak:
    case Kind::kResourceLeak:
      return "ask who gives it back on every path, the error path too";
    case Kind::kNotParallel:
      return "make the locked part smaller, or give independent data locks of their own";
    case Kind::kEnvironment:
      return "run `racelab doctor`";
    default:
      return "";
  }
}

std::string OrderingFacts(const Finding& finding) {
  if (finding.kind != Kind::kDataRace || finding.threads.size() < 2) return "";
  const bool lockless = std::all_of(finding.threads.begin(), finding.threads.end(),
                                    [](const ThreadStory& thread) { return thread.locks.empty(); });
  if (lockless) {
    return "What orders these two: nothing. Neither holds a lock, and no join, atomic or signal "
           "stands between them.";
  }
  const std::vector<std::string> common = CommonLocks(finding);
  if (common.empty()) {
    return "What orders these two: nothing. No lock is held by both, and a lock that only one of "
           "them takes orders nobody.";
  }
  return absl::StrCat(
      "Both hold ", absl::StrJoin(common, ", "),
      ", and yet it does not order them: a lock held for reading keeps no other reader out.");
}

std::string_view OracleInWords(std::string_view oracle) {
  if (oracle == "tsan") return "ThreadSanitizer";
  if (oracle == "asan") return "AddressSanitizer";
  if (oracle == "ubsan") return "UndefinedBehaviorSanitizer";
  if (oracle == "lsan") return "LeakSanitizer";
  if (oracle == "explorer") return "the schedule explorer";
  if (oracle == "expectation") return "an expectation of the check";
  if (oracle == "supervisor") return "the judge, from outside the process";
  if (oracle == "compiler") return "the compiler";
  if (oracle == "faults") return "fault injection";
  return oracle;
}

std::string ReplayCommand(const Report& report, const Finding& finding) {
  // A replay is a token of the explorer or a whole command.
  if (!finding.replay.empty()) {
    return absl::StrContains(finding.replay, ' ') ? finding.replay
                                                  : absl::StrCat("racelab replay ", finding.replay);
  }
  std::string command = absl::StrCat("racelab check ", report.lab);
  if (!IsStudentFile(report)) absl::StrAppend(&command, " --file ", report.submission);
  if (!finding.variant.empty()) absl::StrAppend(&command, " --variant ", finding.variant);
  return command;
}

std::string PassMeaning(const Report& report) {
  std::vector<std::string> judged;
  bool explored = false;
  bool exhaustive = true;
  for (const VariantOutcome& variant : report.variants) {
    if (!variant.judged) continue;
    judged.push_back(variant.variant);
    if (variant.variant == "explore") {
      explored = true;
      exhaustive = ExploredAll(variant);
    }
  }
  std::string text = absl::StrCat("No oracle saw a defect (", absl::StrJoin(judged, ", "), "). ");
  if (explored && exhaustive) {
    absl::StrAppend(&text, "Every schedule of these small scenarios within the bound was tried; ");
  } else if (explored) {
    absl::StrAppend(&text, "A part of the possible schedules was tried; ");
  } else {
    absl::StrAppend(&text, "Only the schedules that happened were seen; ");
  }
  absl::StrAppend(&text,
                  "that is strong evidence, not a proof: more threads, other inputs or another "
                  "use of the class can still hold a bug.");
  return text;
}

}  // namespace racelab
