// What the judge found wrong with a submission, as data.
//
// A finding is one diagnosed defect: its kind, the student's lines, what each thread did, and how
// to see it again. Oracles make findings; a verdict is the kind of the worst one; every renderer
// reads findings and nothing else. Never an absl::Status: a student's failure is not an error.
//
// Thread-safety: plain values, no shared state.
#ifndef RACELAB_GRADER_FINDING_H_
#define RACELAB_GRADER_FINDING_H_

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace racelab {

// In order of severity, the worst first: a cause stands before the consequences it may have on a
// lucky or unlucky day, so that the worst kind is the same every time. A data race can end in a
// wrong value, a crash or a hang; it stays a data race.
//
// The last three are not the student's failure: kUnsupported (an oracle cannot judge a feature that
// the submission uses) and kEnvironment (this machine cannot judge) leave it ungraded, and kPass.
enum class Kind {
  kMissingFile,
  kCompileError,
  kForbidden,
  kDataRace,
  kUseAfterFree,
  kUndefinedBehaviour,
  kDeadlock,
  kLostWakeup,
  kLivelock,
  kWrongValue,
  kCrash,
  kHang,
  kLeak,
  kResourceLeak,
  kNotParallel,
  kSuspect,  // Evidence that the submission worked against the judge, not on the lab.
  kUnsupported,
  kEnvironment,
  kPass,
};

// All kinds, worst first.
std::span<const Kind> AllKinds();

// The one spelling used everywhere: in JSON, in mutants' headers, in `racelab explain`. For example
// "data-race".
std::string_view KindName(Kind kind);

// The inverse; nullopt for any other text.
std::optional<Kind> KindFromName(std::string_view name);

// "a data race", "undefined behaviour": for use inside a sentence.
std::string_view KindInWords(Kind kind);

// True when `a` must be told before `b`.
constexpr bool Worse(Kind a, Kind b) { return a < b; }

// Whether the submission failed because of this kind (false for the last three).
constexpr bool IsStudentFailure(Kind kind) { return kind < Kind::kUnsupported; }

// A place in source. `file` is as short as it is unambiguous: the student's file by its bare name.
struct Frame {
  std::string file;
  int line = 0;  // 1-based; 0 when unknown.
  std::string function;

  friend bool operator==(const Frame&, const Frame&) = default;
};

// What one thread did in this finding.
struct ThreadStory {
  std::string name;                // "thread 1", "main"
  std::string did;                 // "wrote 4 bytes of `value_`", "waits for a lock"
  std::vector<std::string> locks;  // The locks it held meanwhile.
  std::vector<Frame> stack;        // Innermost first; frames inside libraries are folded away.
};

// An interleaving that shows the defect, found by the explorer.
struct ScheduleStep {
  int thread = 0;  // An index into Schedule::threads.
  std::string file;
  int line = 0;
  std::string source;  // The text of that line.
  std::string text;    // What happened: "reads 0".
};

struct Schedule {
  std::vector<std::string> threads;
  int preemptions = 0;
  std::vector<ScheduleStep> steps;
};

struct Finding {
  Kind kind = Kind::kPass;
  std::string oracle;   // Who saw it: "tsan", "asan", "expectation", "supervisor", "compiler", …
  std::string variant;  // "plain", "asan", "tsan", "explore"; "" before any variant ran.
  std::string test;     // "Suite.Name"; "" when no test is to blame.
  std::string message;  // One or two plain sentences: what was expected, what happened.
  std::vector<Frame> locations;  // The student's lines first, the most important one in front.
  std::vector<ThreadStory> threads;
  std::optional<Schedule> schedule;
  std::string replay;   // A token or a command that shows it again; "" when there is none.
  std::string details;  // The raw report of the oracle, capped.
  std::string story;    // The lab's README, from the root: "labs/09-lost-update/README.md".
};

// The JSON of the report's format; reading accepts any subset of the fields and ignores others, so
// that a check process can send a finding with only what it knows. An unknown kind is nullopt.
nlohmann::json ToJson(const Finding& finding);
std::optional<Finding> FindingFromJson(const nlohmann::json& json);

// Sorts by severity, then by oracle, place and message (the order never depends on which variant
// ended first), and merges what is the same defect: same kind and first location. The one that
// tells more (a schedule, then threads, then details) stands for the others.
void OrderAndMerge(std::vector<Finding>& findings);

// The kind of the worst finding, kPass when there is none.
Kind WorstKind(std::span<const Finding> findings);

}  // namespace racelab

#endif  // RACELAB_GRADER_FINDING_H_
