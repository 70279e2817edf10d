#include "grader/render_layout.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "grader/render_schedule.h"
#include "grader/render_source.h"
#include "sample_reports.h"

namespace racelab {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(SideBySide, AlignsBlocksAndEndsShorterOnesEarly) {
  EXPECT_EQ(SideBySide({{"a", "b"}, {"c"}}, 3, "> "), "> a    c\n> b\n");
}

TEST(SideBySide, CountsCharactersNotBytes) {
  EXPECT_EQ(SideBySide({{"✓"}, {"x"}}, 2, ""), "✓   x\n");
}

TEST(ColumnWidth, IsZeroWhenColumnsWouldBeTooNarrow) {
  EXPECT_EQ(ColumnWidth({.columns = 100}, 2, 4), 47);
  EXPECT_EQ(ColumnWidth({.columns = 60}, 4, 0), 0);
  EXPECT_EQ(ColumnWidth({.columns = 60}, 0, 0), 0);
}

TEST(Table, MakesColumnsAsWideAsTheirWidestCell) {
  Table table({"lab", "ok"}, "  ");
  table.AddRow({"09-lost-update", "✓"});
  table.AddRow({"x", "✗"});
  EXPECT_EQ(table.Render({}), "  lab             ok\n  09-lost-update  ✓\n  x               ✗\n");
}

TEST(RenderSchedule, GivesEachActingThreadItsColumn) {
  const std::string text = RenderSchedule(LostUpdateSchedule(), {.columns = 100});
  EXPECT_THAT(text, HasSubstr("thread 1"));
  EXPECT_THAT(text, HasSubstr("thread 2"));
  EXPECT_THAT(text, Not(HasSubstr("main"))) << "it does nothing, so it has no column";
  EXPECT_THAT(text, HasSubstr("counter.cc:3"));
  EXPECT_THAT(text, HasSubstr("++value_;"));
  const size_t column = text.find("thread 2");
  const size_t line = text.find("→ reads 0, writes 1");
  const size_t line_start = text.rfind('\n', line) + 1;
  EXPECT_EQ(DisplayWidth(text.substr(line_start, line - line_start)),
            DisplayWidth(text.substr(0, column)))
      << text;
}

TEST(RenderSchedule, FallsBackToAListOnANarrowTerminal) {
  const std::string text = RenderSchedule(LostUpdateSchedule(), {.columns = 40});
  EXPECT_THAT(text, HasSubstr("thread 1  counter.cc:3"));
}

TEST(RenderSchedule, OfNoStepsIsEmpty) { EXPECT_EQ(RenderSchedule({}, {}), ""); }

TEST(RenderExcerpts, MarksTheLineAndShowsItsNeighbours) {
  const std::string text = RenderExcerpts({{"counter.cc", 3, "here"}}, CounterSource, {});
  EXPECT_THAT(text, HasSubstr("    2 |   void Increment() override {\n"));
  EXPECT_THAT(text, HasSubstr("> 3 |     ++value_;\n"));
  EXPECT_THAT(text, HasSubstr("^^^^^^^^^ here\n"));
  EXPECT_THAT(text, Not(HasSubstr("return value_")));
}

TEST(RenderExcerpts, SaysEachNoteOfALineOnce) {
  const std::string text = RenderExcerpts(
      {{"counter.cc", 3, "a wrote"}, {"counter.cc", 3, "b read"}, {"counter.cc", 3, "a wrote"}},
      CounterSource, {});
  EXPECT_THAT(text, HasSubstr("^^^^^^^^^ a wrote; b read\n"));
}

TEST(RenderExcerpts, LeavesOutAFileThatCannotBeReadAndALineThatIsNotThere) {
  EXPECT_EQ(RenderExcerpts({{"other.cc", 3, "x"}}, CounterSource, {}), "");
  EXPECT_EQ(RenderExcerpts({{"counter.cc", 4000, "x"}}, CounterSource, {}), "");
}

TEST(SourcesOfLab, ReadsNothingOutsideTheLab) {
  const SourceOf sources = SourcesOfLab("/nonexistent", "counter.cc", "/dev/zero");
  EXPECT_TRUE(sources("counter.cc").empty()) << "a device has no lines";
  EXPECT_TRUE(sources("/etc/passwd").empty());
  EXPECT_TRUE(sources("../../etc/passwd").empty());
}

}  // namespace
}  // namespace racelab
