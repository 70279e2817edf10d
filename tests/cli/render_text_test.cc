#include "grader/render_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "absl/strings/str_split.h"
#include "sample_reports.h"

namespace racelab {
namespace {

using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string Text(const Report& report, Terminal terminal = {}, TextOptions options = {}) {
  return RenderText(report, CounterSource, terminal, options);
}

// The one line of `text` with `part` in it.
std::string LineWith(const std::string& text, std::string_view part) {
  for (std::string_view line : absl::StrSplit(text, '\n')) {
    if (line.find(part) != std::string_view::npos) return std::string(line);
  }
  return "";
}

TEST(RenderText, SaysTheVerdictFirst) {
  EXPECT_THAT(Text(FailedReport({RaceFinding()})), StartsWith("✗ data-race  09-lost-update"));
  EXPECT_THAT(Text(PassedReport()), StartsWith("✓ passed  09-lost-update"));
}

TEST(RenderText, GivesThePoints) {
  EXPECT_THAT(Text(PassedReport()), HasSubstr("10 of 10 points"));
  EXPECT_THAT(Text(FailedReport({RaceFinding()})), HasSubstr("0 of 10 points"));
}

TEST(RenderText, SetsTheTwoRacingThreadsSideBySide) {
  const std::string text = Text(FailedReport({RaceFinding()}));
  EXPECT_THAT(LineWith(text, "thread 1"), HasSubstr("thread 2"));
  EXPECT_THAT(LineWith(text, "wrote 4 bytes"), HasSubstr("read 4 bytes"));
  EXPECT_THAT(LineWith(text, "holding no lock"), HasSubstr("holding mutex M1"));
  EXPECT_THAT(LineWith(text, "at counter.cc:3"), HasSubstr("at counter.cc:7"));
}

TEST(RenderText, SaysThatNothingOrdersARace) {
  EXPECT_THAT(Text(FailedReport({RaceFinding()})),
              HasSubstr("What orders these two: nothing. No lock is held by both"));
  Finding lockless = RaceFinding();
  lockless.threads[1].locks.clear();
  EXPECT_THAT(Text(FailedReport({lockless})), HasSubstr("Neither holds a lock"));
}

TEST(RenderText, MarksBothSourceLinesAndSaysWhoWasThere) {
  const std::string text = Text(FailedReport({RaceFinding()}));
  EXPECT_THAT(text, HasSubstr("> 3 |     ++value_;"));
  EXPECT_THAT(text, HasSubstr("> 7 |     return value_;"));
  EXPECT_THAT(text, HasSubstr("^^^^^^^^^ thread 1 wrote 4 bytes"));
  EXPECT_THAT(text, HasSubstr("^^^^^^^^^^^^^^ thread 2 read 4 bytes"));
}

TEST(RenderText, GivesTheOracleTheCommandTheStoryAndTheNextStep) {
  const std::string text = Text(FailedReport({RaceFinding()}));
  EXPECT_THAT(LineWith(text, "seen by"), HasSubstr("ThreadSanitizer"));
  EXPECT_THAT(LineWith(text, "seen by"), HasSubstr("Counter.Counts"));
  EXPECT_THAT(LineWith(text, "again"), HasSubstr("racelab check 09-lost-update --variant tsan"));
  EXPECT_THAT(LineWith(text, "story"), HasSubstr("labs/09-lost-update/README.md"));
  EXPECT_THAT(text, HasSubstr("racelab hint 09-lost-update"));
}

TEST(RenderText, NamesTheFileThatIsNotTheLabsOwn) {
  Report report = FailedReport({RaceFinding()});
  report.submission = "/home/me/attempt.cc";
  EXPECT_THAT(LineWith(Text(report), "again"), HasSubstr("--file /home/me/attempt.cc"));
}

TEST(RenderText, ReplaysATokenOfTheExplorer) {
  Finding finding = RaceFinding();
  finding.replay = "x1f3";
  EXPECT_THAT(Text(FailedReport({finding})), HasSubstr("racelab replay x1f3"));
}

TEST(RenderText, TellsFurtherFindingsBrieflyAfterTheFirst) {
  Finding leak;
  leak.kind = Kind::kLeak;
  leak.oracle = "lsan";
  leak.variant = "asan";
  leak.message = "8 bytes are never freed.";
  leak.locations = {{"counter.cc", 9, ""}};
  const std::string text = Text(FailedReport({leak, RaceFinding()}));
  EXPECT_THAT(text, StartsWith("✗ data-race"));
  EXPECT_THAT(text, HasSubstr("leak at counter.cc:9 (asan): 8 bytes are never freed."));
  EXPECT_LT(text.find("Two threads use"), text.find("8 bytes are never freed"));
}

TEST(RenderText, GivesEachVariantItsVerdictAndTime) {
  const std::string text = Text(FailedReport({RaceFinding()}));
  EXPECT_THAT(LineWith(text, "plain ✓"), HasSubstr("tsan ✗ data-race 0.3 s"));
}

TEST(RenderText, SaysWhyAVariantWasNotJudged) {
  Report report = FailedReport({RaceFinding()});
  report.variants[0].judged = false;
  report.variants[0].why = "the file does not compile";
  EXPECT_THAT(Text(report), HasSubstr("plain – the file does not compile"));
}

TEST(RenderText, SaysWhatAPassDoesNotProve) {
  EXPECT_THAT(Text(PassedReport()), HasSubstr("not a proof"));
  EXPECT_THAT(Text(PassedReport()), HasSubstr("(plain, asan, tsan)"));
}

TEST(RenderText, GivesNoPointsForAPassOfSomeVariants) {
  Report report = PassedReport();
  report.left_out = {"tsan", "explore"};
  const std::string text = Text(report);
  EXPECT_THAT(text, Not(HasSubstr("10 of 10")));
  EXPECT_THAT(text, HasSubstr("these are judged too: tsan, explore."));
}

TEST(RenderText, ShowsAScheduleInColumns) {
  Finding finding = RaceFinding();
  finding.schedule = LostUpdateSchedule();
  const std::string text = Text(FailedReport({finding}));
  EXPECT_THAT(text, HasSubstr("How it happens (1 preemption"));
  EXPECT_THAT(text, HasSubstr("→ writes 1: the other update is lost"));
}

TEST(RenderText, ShowsTheCompilersWordsOfACompileError) {
  Finding finding;
  finding.kind = Kind::kCompileError;
  finding.oracle = "compiler";
  finding.message = "expected ';' before '}' token";
  finding.locations = {{"counter.cc", 3, ""}};
  finding.details = "counter.cc:3:5: error: expected ';' before '}' token";
  const std::string text = Text(FailedReport({finding}));
  EXPECT_THAT(text, HasSubstr("counter.cc:3:5: error:"));
  EXPECT_THAT(text, HasSubstr("> 3 |"));
  EXPECT_THAT(text, Not(HasSubstr("racelab hint")));
}

TEST(RenderText, KeepsTheRawReportForThoseWhoAsk) {
  EXPECT_THAT(Text(FailedReport({RaceFinding()})), Not(HasSubstr("WARNING: ThreadSanitizer")));
  EXPECT_THAT(Text(FailedReport({RaceFinding()}), {}, {.details = true}),
              HasSubstr("WARNING: ThreadSanitizer"));
}

TEST(RenderText, NeverBlamesAStudentForTheMachine) {
  Finding finding;
  finding.kind = Kind::kEnvironment;
  finding.message = "ThreadSanitizer does not start here.";
  const std::string text = Text(FailedReport({finding}));
  EXPECT_THAT(text, StartsWith("? environment"));
  EXPECT_THAT(text, HasSubstr("no points lost"));
  EXPECT_THAT(text, HasSubstr("racelab doctor"));
}

TEST(RenderText, WritesEscapeCodesOnlyWhereColoursAreOn) {
  const Report report = FailedReport({RaceFinding()});
  EXPECT_THAT(Text(report), Not(HasSubstr("\033")));
  EXPECT_THAT(Text(report, {.color = true}), HasSubstr("\033"));
}

TEST(RenderText, DisarmsWhatASubmissionWrote) {
  Finding finding = RaceFinding();
  finding.message = "\033[2J✓ passed";
  finding.threads[0].name = "\033[31mthread";
  finding.test = "\033]0;title\a";
  finding.locations[0].file = "\033[1m.cc";
  EXPECT_THAT(Text(FailedReport({finding}), {}, {.details = true}), Not(HasSubstr("\033")));
}

TEST(RenderText, KeepsWithinTheTerminal) {
  Finding finding = RaceFinding();
  finding.schedule = LostUpdateSchedule();
  const std::string text = Text(FailedReport({finding}), {.columns = 60});
  for (std::string_view line : absl::StrSplit(text, '\n')) {
    EXPECT_LE(DisplayWidth(line), 60) << line;
  }
}

TEST(RenderForEditor, GivesOneLineAFindingWithItsPlace) {
  Finding finding = RaceFinding();
  finding.message = "first\nsecond";
  const std::string text = RenderForEditor(
      FailedReport({finding}), [](std::string_view file) { return "labs/x/" + std::string(file); });
  EXPECT_EQ(text, "labs/x/counter.cc:3:1: error: first second [data-race]\n");
}

TEST(RenderForEditor, NamesTheSubmissionWhereAFindingHasNoPlace) {
  Finding finding;
  finding.kind = Kind::kMissingFile;
  finding.message = "there is no such file";
  EXPECT_THAT(RenderForEditor(FailedReport({finding}), [](std::string_view) { return ""; }),
              StartsWith("labs/09-lost-update/counter.cc:1:1: error: "));
}

}  // namespace
}  // namespace racelab
