// The table of what makes a pass, and what each thing that is missing makes of it.
#include "grader/verdict.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>

#include "absl/strings/match.h"

namespace racelab {
namespace {

Lab TheLab() {
  Lab lab;
  lab.name = "09-lost-update";
  lab.student_file = "counter.cc";
  lab.tests = {"Counter.Counts", "Counter.Reads"};
  return lab;
}

// Everything that a pass in `variant` needs.
Evidence Passing(const std::string& variant) {
  Evidence evidence;
  evidence.variant = variant;
  evidence.process.ending = Ending::kExited;
  evidence.records.began = evidence.records.ended = true;
  for (const std::string& test : TheLab().tests) {
    CheckRecords::Test& outcome = evidence.records.tests[test];
    outcome.began = outcome.ended = outcome.passed = true;
    outcome.times = 1;
  }
  evidence.log.canary_seen = variant == "tsan";
  return evidence;
}

Kind VerdictOf(const Evidence& evidence) { return FormVerdict(TheLab(), evidence).outcome.verdict; }

TEST(FormVerdict, PassesWhenEverythingIsThere) {
  for (const char* variant : {"plain", "asan", "tsan", "explore"}) {
    const VariantVerdict verdict = FormVerdict(TheLab(), Passing(variant));
    EXPECT_EQ(verdict.outcome.verdict, Kind::kPass) << variant;
    EXPECT_TRUE(verdict.outcome.judged);
    EXPECT_TRUE(verdict.findings.empty());
    EXPECT_TRUE(verdict.outcome.tests[1].passed);
  }
}

struct Row {
  const char* what;
  std::function<void(Evidence&)> spoil;
  Kind verdict;
};

TEST(FormVerdict, FailsWhenAnythingIsMissing) {
  const Row rows[] = {
      {"exit(0) before the end", [](Evidence& e) { e.records.ended = false; }, Kind::kForbidden},
      {"exit(3) before the end",
       [](Evidence& e) {
         e.records.ended = false;
         e.process.code = 3;
       },
       Kind::kCrash},
      {"an end with status 0 after a race",
       [](Evidence& e) {
         e.records.ended = false;
         e.log.findings.emplace_back();
         e.log.findings[0].kind = Kind::kDataRace;
       },
       Kind::kDataRace},
      {"a status at the end", [](Evidence& e) { e.process.code = 1; }, Kind::kCrash},
      {"a signal",
       [](Evidence& e) {
         e.process.ending = Ending::kSignaled;
         e.process.code = 11;
       },
       Kind::kCrash},
      {"stuck", [](Evidence& e) { e.process.ending = Ending::kStuck; }, Kind::kDeadlock},
      {"time", [](Evidence& e) { e.process.ending = Ending::kTimeLimit; }, Kind::kHang},
      {"memory", [](Evidence& e) { e.process.ending = Ending::kMemoryLimit; }, Kind::kCrash},
      {"processes", [](Evidence& e) { e.process.ending = Ending::kProcessLimit; },
       Kind::kResourceLeak},
      {"output", [](Evidence& e) { e.process.ending = Ending::kOutputLimit; }, Kind::kHang},
      {"channel", [](Evidence& e) { e.process.ending = Ending::kChannelLimit; }, Kind::kSuspect},
      {"keeper", [](Evidence& e) { e.process.ending = Ending::kKeeperKilled; }, Kind::kForbidden},
      {"a skipped test", [](Evidence& e) { e.records.tests.erase("Counter.Reads"); },
       Kind::kSuspect},
      {"a test too many",
       [](Evidence& e) { e.records.tests["Forged.Test"] = e.records.tests["Counter.Reads"]; },
       Kind::kSuspect},
      {"a test that failed without a word",
       [](Evidence& e) { e.records.tests["Counter.Reads"].passed = false; }, Kind::kWrongValue},
      {"a test that ended twice", [](Evidence& e) { e.records.tests["Counter.Reads"].times = 2; },
       Kind::kWrongValue},
      {"a process left behind",
       [](Evidence& e) {
         e.process.left_behind = {{7, "sleep"}};
       },
       Kind::kResourceLeak},
      {"a silenced sanitizer", [](Evidence& e) { e.log.canary_seen = false; }, Kind::kSuspect},
      {"the sanitizer's failure", [](Evidence& e) { e.log.environment = "no memory"; },
       Kind::kEnvironment},
      {"a check that cannot be started",
       [](Evidence& e) { e.process.ending = Ending::kNotStarted; }, Kind::kEnvironment},
      {"a finding in the log",
       [](Evidence& e) {
         e.log.findings.emplace_back();
         e.log.findings[0].kind = Kind::kDataRace;
       },
       Kind::kDataRace},
      {"a finding of an audit",
       [](Evidence& e) {
         e.audit.emplace_back();
         e.audit[0].kind = Kind::kForbidden;
       },
       Kind::kForbidden},
  };
  for (const Row& row : rows) {
    Evidence evidence = Passing("tsan");
    row.spoil(evidence);
    EXPECT_EQ(VerdictOf(evidence), row.verdict) << row.what;
  }
}

TEST(FormVerdict, NamesTheExceptionThatNobodyCaught) {
  Evidence evidence = Passing("plain");
  evidence.process.ending = Ending::kSignaled;
  evidence.process.code = 6;
  evidence.process.output =
      "terminate called after throwing an instance of 'std::runtime_error'\n  what():  full\n";
  const VariantVerdict verdict = FormVerdict(TheLab(), evidence);
  EXPECT_TRUE(absl::StrContains(verdict.findings[0].message, "std::runtime_error: full"))
      << verdict.findings[0].message;
}

TEST(FormVerdict, NamesAFunctionThatTheContractPromises) {
  Evidence evidence = Passing("plain");
  evidence.records = {};
  evidence.process.code = 127;
  evidence.process.output =
      "x_check: symbol lookup error: x_check: undefined symbol: "
      "_Z11MakeCounterv\n";
  const VariantVerdict verdict = FormVerdict(TheLab(), evidence);
  EXPECT_EQ(verdict.outcome.verdict, Kind::kCompileError);
  EXPECT_TRUE(absl::StrContains(verdict.findings[0].message, "`MakeCounter()`"))
      << verdict.findings[0].message;
}

TEST(FormVerdict, LeavesTheMachinesHelperOutOfWhatIsLeftBehind) {
  Evidence evidence = Passing("tsan");
  evidence.process.left_behind = {{7, "llvm-symbolizer"}};
  EXPECT_EQ(VerdictOf(evidence), Kind::kPass);
}

TEST(ReadChannel, TakesNothingWithoutTheNonce) {
  const CheckRecords records = ReadChannel(
      R"({"nonce":"right","type":"begin"}
{"nonce":"wrong","type":"end"}
{"type":"end"}
not json
{"nonce":"right","type":"test-begin","test":"A.B"}
{"nonce":"right","type":"failure","test":"A.B","kind":"leak","file":"a_check.cc","line":3}
{"nonce":"right","type":"failure","test":"A.B","kind":"pass","message":"a kind of no failure"}
)",
      "right");
  EXPECT_TRUE(records.began);
  EXPECT_FALSE(records.ended);
  EXPECT_EQ(records.unreadable, 3);
  EXPECT_EQ(records.current_test, "A.B");
  ASSERT_EQ(records.findings.size(), 2U);
  EXPECT_EQ(records.findings[0].kind, Kind::kLeak);
  EXPECT_EQ(records.findings[1].kind, Kind::kWrongValue);
}

TEST(FormVerdict, BlamesTheMachineThatGaveNoTime) {
  Evidence evidence = Passing("plain");
  evidence.records.ended = false;
  evidence.process.ending = Ending::kStarved;
  const VariantVerdict verdict = FormVerdict(TheLab(), evidence);
  EXPECT_EQ(verdict.outcome.verdict, Kind::kEnvironment);
  EXPECT_FALSE(verdict.outcome.judged);
  EXPECT_TRUE(absl::StrContains(verdict.outcome.why, "too busy")) << verdict.outcome.why;
}

TEST(Report, CountsPointsOnlyForWhatWasJudgedWhole) {
  Report report;
  EXPECT_TRUE(report.graded()) << "a pass of every variant";
  report.left_out = {"tsan"};
  EXPECT_FALSE(report.graded()) << "a pass of some variants";
  report.verdict = Kind::kDataRace;
  EXPECT_TRUE(report.graded()) << "one finding fails, whatever else was left out";
  report.left_out.clear();
  report.verdict = Kind::kUnsupported;
  EXPECT_FALSE(report.graded());
  EXPECT_EQ(ExitCode(report.verdict), 4);
}

TEST(ReadChannel, NoncesDiffer) { EXPECT_NE(MakeNonce(), MakeNonce()); }

}  // namespace
}  // namespace racelab
