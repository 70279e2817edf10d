#include "grader/verdict.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "grader/build_replay.h"

namespace racelab {
namespace {

constexpr std::size_t kOutputKept = 4096;

Finding Make(Kind kind, std::string message) {
  Finding finding;
  finding.kind = kind;
  finding.oracle = "supervisor";
  finding.message = std::move(message);
  return finding;
}

std::string In(const CheckRecords& records) {
  return records.current_test.empty() ? "" : absl::StrCat(" in ", records.current_test);
}

// "terminate called after throwing an instance of 'E'\n  what():  text" → "E: text".
std::string UncaughtException(std::string_view output) {
  constexpr std::string_view kMark = "terminate called after throwing an instance of '";
  const std::size_t at = output.find(kMark);
  if (at == std::string_view::npos) return "";
  std::string_view rest = output.substr(at + kMark.size());
  std::string told(rest.substr(0, rest.find('\'')));
  constexpr std::string_view kWhat = "what():  ";
  const std::size_t what = rest.find(kWhat);
  if (what != std::string_view::npos) {
    rest = rest.substr(what + kWhat.size());
    absl::StrAppend(&told, ": ", rest.substr(0, rest.find('\n')));
  }
  return told;
}

Finding ForSignal(const Evidence& evidence) {
  std::string message =
      absl::StrCat("The program ", Describe(evidence.process), In(evidence.records));
  const std::string exception = UncaughtException(evidence.process.output);
  if (!exception.empty()) {
    absl::StrAppend(&message, ": nobody caught an exception, ", exception);
  } else if (absl::StrContains(evidence.process.output, "terminate called")) {
    message += ": std::terminate was called (a std::thread destroyed before it was joined?)";
  }
  return Make(Kind::kCrash, message + ".");
}

// It ended by itself, but not at its end.
std::optional<Finding> ForEarlyExit(const Lab& lab, const Evidence& evidence) {
  const Outcome& process = evidence.process;
  if (!evidence.records.began) {
    if (std::optional<Finding> missing = MissingFunction(process.output, lab.student_file)) {
      return missing;
    }
  }
  // A sanitizer ends the process after its report, which says it better. ThreadSanitizer does so
  // with status 0 when a signal would have killed it, and without a word of it when a race has
  // destroyed what it needs for the report.
  const std::vector<Finding>& told = evidence.log.findings;
  const bool destroyed = std::any_of(told.begin(), told.end(), [](const Finding& f) {
    return f.kind == Kind::kDataRace || f.kind == Kind::kUseAfterFree ||
           f.kind == Kind::kUndefinedBehaviour || f.kind == Kind::kCrash;
  });
  if (destroyed || (process.code != 0 && !told.empty())) return std::nullopt;
  return Make(process.code == 0 ? Kind::kForbidden : Kind::kCrash,
              absl::StrCat("Expected the tests to run to their end, but the program ended itself "
                           "with status ",
                           process.code, " before its tests were done", In(evidence.records), "."));
}

std::optional<Finding> ForEnding(const Lab& lab, const Evidence& evidence) {
  const Outcome& process = evidence.process;
  switch (process.ending) {
    case Ending::kExited:
      if (process.code == 0 && evidence.records.ended) return std::nullopt;
      return ForEarlyExit(lab, evidence);
    case Ending::kSignaled:
      return ForSignal(evidence);
    case Ending::kStuck:
      if (evidence.stall) return evidence.stall;
      return Make(Kind::kDeadlock, absl::StrCat("Every thread waits", In(evidence.records),
                                                ", and nothing can ever wake one."));
    case Ending::kTimeLimit:
      if (evidence.stall) return evidence.stall;
      return Make(Kind::kHang, absl::StrCat("The program did not end", In(evidence.records),
                                            " within ", lab.time_limit_s, " seconds."));
    case Ending::kMemoryLimit:
      return Make(Kind::kCrash, absl::StrCat("The program ran out of memory", In(evidence.records),
                                             ": it may use ", lab.memory_mib, " MiB."));
    case Ending::kProcessLimit:
      return Make(Kind::kResourceLeak,
                  absl::StrCat("The program started processes or threads without end",
                               In(evidence.records), ": it may have ", lab.processes, " at once."));
    case Ending::kOutputLimit:
      return Make(Kind::kHang, absl::StrCat("The program printed without end", In(evidence.records),
                                            ". It began with: ", process.output.substr(0, 80)));
    case Ending::kChannelLimit:
      return Make(Kind::kSuspect, "The program wrote without end to the judge's own channel.");
    case Ending::kKeeperKilled:
      return Make(Kind::kForbidden, "The program killed the process that watches over it.");
    case Ending::kStarved:
    case Ending::kNotStarted:
      return std::nullopt;  // The machine's failure: see FormVerdict.
  }
  return std::nullopt;
}

// The manifest's tests, exactly. Only told when the process got to its end: before that, what is
// missing is a consequence.
void CheckManifest(const Lab& lab, const Evidence& evidence, std::vector<Finding>& findings) {
  for (const auto& [name, test] : evidence.records.tests) {
    if (std::find(lab.tests.begin(), lab.tests.end(), name) == lab.tests.end()) {
      findings.push_back(Make(Kind::kSuspect, absl::StrCat("A test ", name,
                                                           " was reported that the check does "
                                                           "not have.")));
    }
    if (test.times > 1) {
      Finding finding =
          Make(Kind::kWrongValue,
               absl::StrCat("Expected one process to come out of ", name, ", but ", test.times,
                            " did: a forked child returned into its "
                            "caller instead of ending with _exit."));
      finding.test = name;
      findings.push_back(std::move(finding));
    }
  }
  for (const std::string& name : lab.tests) {
    auto it = evidence.records.tests.find(name);
    const bool ended = it != evidence.records.tests.end() && it->second.ended;
    if (!ended && evidence.records.ended) {
      findings.push_back(Make(Kind::kSuspect, absl::StrCat("The test ", name, " was skipped.")));
    }
    if (!ended || it->second.passed) continue;
    const bool explained = std::any_of(findings.begin(), findings.end(),
                                       [&](const Finding& f) { return f.test == name; });
    if (explained) continue;
    findings.push_back(Make(Kind::kWrongValue, absl::StrCat("The test ", name, " failed.")));
    findings.back().test = name;
  }
}

void CheckLeftBehind(const Evidence& evidence, std::vector<Finding>& findings) {
  std::vector<std::string> names;
  for (const LeftBehind& process : evidence.process.left_behind) {
    // Clang's sanitizers start it to name source lines; it ends with the process it serves.
    if (!absl::StartsWith(process.name, "llvm-symbolizer")) names.push_back(process.name);
  }
  if (names.empty()) return;
  findings.push_back(Make(
      Kind::kResourceLeak,
      absl::StrCat("Expected every child process to be waited for, but ", names.size(),
                   names.size() == 1 ? " was" : " were", " left behind (", names.front(), ").")));
}

std::vector<TestOutcome> Tests(const Lab& lab, const CheckRecords& records) {
  std::vector<TestOutcome> tests;
  for (const std::string& name : lab.tests) {
    TestOutcome outcome;
    outcome.name = name;
    if (auto it = records.tests.find(name); it != records.tests.end()) {
      const CheckRecords::Test& test = it->second;
      outcome.ran = test.began && test.ended;
      outcome.passed = outcome.ran && test.passed && test.times == 1;
      outcome.explored = test.explored;
      outcome.executions = test.executions;
      outcome.exhaustive = test.exhaustive;
    }
    tests.push_back(std::move(outcome));
  }
  return tests;
}

// Why this machine could not run the check; "" when it could.
std::string MachineFailure(const Evidence& evidence) {
  const Ending ending = evidence.process.ending;
  if (ending == Ending::kNotStarted || ending == Ending::kStarved) {
    return absl::StrCat("the check ", Describe(evidence.process));
  }
  return evidence.log.environment;
}

}  // namespace

VariantVerdict FormVerdict(const Lab& lab, const Evidence& evidence) {
  VariantVerdict verdict;
  verdict.outcome.variant = evidence.variant;
  verdict.outcome.tests = Tests(lab, evidence.records);
  std::vector<Finding>& findings = verdict.findings;
  findings = evidence.audit;
  findings.insert(findings.end(), evidence.records.findings.begin(),
                  evidence.records.findings.end());
  findings.insert(findings.end(), evidence.log.findings.begin(), evidence.log.findings.end());
  if (std::optional<Finding> ending = ForEnding(lab, evidence)) findings.push_back(*ending);
  CheckManifest(lab, evidence, findings);
  CheckLeftBehind(evidence, findings);
  if (evidence.variant == "tsan" && evidence.records.ended && !evidence.log.canary_seen) {
    findings.push_back(Make(Kind::kSuspect,
                            "ThreadSanitizer did not report the race that the judge planted: "
                            "something in the submission silenced it."));
  }
  for (Finding& finding : findings) {
    finding.variant = evidence.variant;
    finding.story = lab.Story();
    if (finding.test.empty() && finding.oracle == "supervisor") {
      finding.test = evidence.records.current_test;
    }
    if (finding.details.empty()) finding.details = evidence.process.output.substr(0, kOutputKept);
  }
  const std::string machine = MachineFailure(evidence);
  verdict.outcome.verdict = WorstKind(findings);
  verdict.outcome.judged = machine.empty() && verdict.outcome.verdict != Kind::kUnsupported;
  if (!machine.empty()) {
    verdict.outcome.why = machine;
    verdict.outcome.verdict = Kind::kEnvironment;
    findings.clear();  // What a broken sanitizer says of a submission is worth nothing.
  } else if (!verdict.outcome.judged) {
    verdict.outcome.why = findings.front().message;
  }
  return verdict;
}

}  // namespace racelab
