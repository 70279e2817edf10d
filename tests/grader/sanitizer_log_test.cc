// Real reports of g++ 12 and clang 14 (see reports/make.sh), read back.
#include "grader/sanitizer_log.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace racelab {
namespace {

SourceNames NamesOf(const std::string& program) { return {program + ".cc", "x.h", "x_check.cc"}; }

std::string ReportText(const std::string& program, const std::string& compiler) {
  const std::string path = absl::StrCat(RACELAB_TEST_REPORTS, "/", program, ".", compiler, ".txt");
  std::ifstream stream(path);
  EXPECT_TRUE(stream) << path;
  return {std::istreambuf_iterator<char>(stream), {}};
}

class SanitizerReports : public testing::TestWithParam<std::string> {
 protected:
  // The only finding in the report of `program`.
  Finding Only(const std::string& program) {
    const SanitizerLog log = ReadSanitizerLog(ReportText(program, GetParam()), NamesOf(program));
    EXPECT_EQ(log.environment, "");
    EXPECT_EQ(log.findings.size(), 1U);
    return log.findings.empty() ? Finding{} : log.findings[0];
  }
};

TEST_P(SanitizerReports, TellWhoWroteWhoReadAndWhatEachHeld) {
  const Finding finding = Only("race");
  EXPECT_EQ(finding.kind, Kind::kDataRace);
  ASSERT_EQ(finding.threads.size(), 2U);
  const bool write_first = finding.threads[0].name == "thread 1";
  const ThreadStory& writer = finding.threads[write_first ? 0 : 1];
  const ThreadStory& reader = finding.threads[write_first ? 1 : 0];
  EXPECT_EQ(writer.did, "wrote 4 bytes");
  EXPECT_EQ(writer.locks.size(), 1U);
  EXPECT_EQ(writer.stack.front().line, 10);
  EXPECT_EQ(reader.name, "main");
  EXPECT_EQ(reader.did, "read 4 bytes");
  EXPECT_TRUE(reader.locks.empty());
  EXPECT_EQ(reader.stack.front().line, 12);
  EXPECT_EQ(reader.stack.size(), 2U) << "frames of the library are folded away";
  EXPECT_TRUE(absl::StrContains(finding.message, "a lock protects only if both sides take it"))
      << finding.message;
  EXPECT_TRUE(absl::StrContains(finding.message, "race.cc:12 holding no lock")) << finding.message;
}

TEST_P(SanitizerReports, TakeAnAccessThatRacesWithAFreeForAUseAfterFree) {
  EXPECT_EQ(Only("free_race").kind, Kind::kUseAfterFree);
}

TEST_P(SanitizerReports, TellOfAThreadThatIsNeverJoined) {
  const Finding finding = Only("thread_leak");
  EXPECT_EQ(finding.kind, Kind::kResourceLeak);
  ASSERT_FALSE(finding.locations.empty());
  EXPECT_EQ(finding.locations[0].line, 8);
}

TEST_P(SanitizerReports, TellWhoUsedWhoFreedAndWhoAllocated) {
  const Finding finding = Only("use_after_free");
  EXPECT_EQ(finding.kind, Kind::kUseAfterFree);
  ASSERT_EQ(finding.threads.size(), 3U);
  EXPECT_EQ(finding.threads[0].name, "thread 1");
  EXPECT_EQ(finding.threads[0].stack.front().line, 8);
  EXPECT_EQ(finding.threads[1].did, "freed it");
  EXPECT_EQ(finding.threads[1].stack.front().line, 6);
  EXPECT_EQ(finding.threads[2].did, "allocated it");
  EXPECT_EQ(finding.threads[2].stack.front().line, 5);
}

TEST_P(SanitizerReports, TellOfMemoryBeyondAnObject) {
  const Finding finding = Only("overflow");
  EXPECT_EQ(finding.kind, Kind::kUndefinedBehaviour);
  ASSERT_FALSE(finding.locations.empty());
  EXPECT_EQ(finding.locations[0].line, 6);
}

TEST_P(SanitizerReports, TellOfTheLeakAndNotOfWhatHangsOnIt) {
  const Finding finding = Only("leak");
  EXPECT_EQ(finding.kind, Kind::kLeak);
  ASSERT_FALSE(finding.locations.empty());
  EXPECT_EQ(finding.locations[0].line, 7);
  EXPECT_TRUE(absl::StrContains(finding.message, "8 bytes")) << finding.message;
}

TEST_P(SanitizerReports, TellOfUndefinedBehaviour) {
  const Finding finding = Only("undefined");
  EXPECT_EQ(finding.kind, Kind::kUndefinedBehaviour);
  ASSERT_FALSE(finding.locations.empty());
  EXPECT_EQ(finding.locations[0].line, 4);
  EXPECT_TRUE(absl::StrContains(finding.message, "signed integer overflow")) << finding.message;
}

TEST_P(SanitizerReports, TellOfAnAbortAtTheStudentsLine) {
  const Finding finding = Only("uncaught");
  EXPECT_EQ(finding.kind, Kind::kCrash);
  ASSERT_FALSE(finding.locations.empty());
  EXPECT_EQ(finding.locations[0].line, 6);
}

INSTANTIATE_TEST_SUITE_P(Of, SanitizerReports, testing::Values("gcc", "clang"),
                         [](const auto& info) { return info.param; });

TEST(SanitizerLog, FindsEveryReportOfSeveral) {
  const std::string text = ReportText("race", "gcc") + ReportText("thread_leak", "clang");
  EXPECT_EQ(ReadSanitizerLog(text, NamesOf("race")).findings.size(), 2U);
}

TEST(SanitizerLog, KeepsThePlantedRaceApart) {
  const std::string text =
      "WARNING: ThreadSanitizer: data race (pid=1)\n"
      "  Write of size 4 at 0x1 by main thread:\n"
      "    #0 racelab_canary::Race() canary.cc:12 (x+0x1)\n";
  const SanitizerLog log = ReadSanitizerLog(text, NamesOf("race"));
  EXPECT_TRUE(log.canary_seen);
  EXPECT_TRUE(log.findings.empty());
}

TEST(SanitizerLog, BlamesTheMachineWhenTheSanitizerCannotStart) {
  const SanitizerLog log = ReadSanitizerLog(
      "FATAL: ThreadSanitizer: unexpected memory mapping 0x1-0x2\n", NamesOf("race"));
  EXPECT_NE(log.environment, "");
  EXPECT_TRUE(log.findings.empty());
}

TEST(SanitizerLog, SurvivesAReportThatIsCutOffAnywhere) {
  for (const char* program : {"race", "use_after_free", "leak", "undefined"}) {
    const std::string text = ReportText(program, "gcc");
    for (std::size_t length = 0; length < text.size(); length += 7) {
      ReadSanitizerLog(text.substr(0, length), NamesOf(program));
    }
  }
}

TEST(ParseFrame, KnowsTheShapesOfBothCompilers) {
  const SourceNames names = {"counter.cc", "counter.h", "counter_check.cc"};
  const auto gcc = ParseFrame("    #0 Counter::Add(int) /x/counter.cc:14 (lib.so+0x1)", names);
  EXPECT_EQ(gcc, (Frame{"counter.cc", 14, "Counter::Add(int)"}));
  const auto clang = ParseFrame(
      "    #12 Counter::Add(int) const ./counter.cc:14:5 (lib.so+0x1) (BuildId: ab)", names);
  EXPECT_EQ(clang, (Frame{"counter.cc", 14, "Counter::Add(int) const"}));
  const auto asan = ParseFrame("    #1 0x55d in main /x/other.cc:3", names);
  EXPECT_EQ(asan, (Frame{"/x/other.cc", 3, "main"}));
  const auto unknown = ParseFrame("    #7 <null> <null> (libstdc++.so.6+0xd44a2)", names);
  EXPECT_EQ(unknown, (Frame{"", 0, "<null>"}));
  EXPECT_EQ(ParseFrame("  Write of size 4", names), std::nullopt);
}

}  // namespace
}  // namespace racelab
