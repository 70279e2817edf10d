#include "src/explorer/columns.h"

#include <string>

#include "gtest/gtest.h"
#include "src/explorer/symbolize.h"

namespace racelab::explorer {
namespace {

StoryRow Row(ThreadId thread, int line, const std::string& source, const std::string& text) {
  StoryRow row;
  row.thread = thread;
  row.file = "/somewhere/counter.cc";
  row.line = line;
  row.source = source;
  row.text = text;
  return row;
}

TEST(Columns, HaveOneColumnForEachThreadThatTakesPart) {
  Story story;
  story.rows = {Row(1, 14, "++value_;", "reads value_: 0"),
                Row(3, 14, "++value_;", "reads value_: 0")};
  story.rows[1].preempts = true;
  story.rows[1].held = {"M1"};
  EXPECT_EQ(RenderColumns(story),
            "thread 1          │ thread 3\n"
            "──────────────────┼──────────────────────────────\n"
            "14: ++value_;     │\n"
            "  reads value_: 0 │\n"
            "                  │ ↳ takes over\n"
            "                  │ 14: ++value_;\n"
            "                  │   reads value_: 0  [holds M1]\n");
}

TEST(Columns, SayTheLineOnceAndTheDefectLast) {
  Story story;
  story.rows = {Row(0, 7, "Work();", "locks M1"), Row(0, 7, "Work();", "unlocks M1"),
                Row(0, 7, "Work();", "sees it here")};
  story.rows[2].defect = true;
  const std::string text = RenderColumns(story, 60);
  EXPECT_NE(text.find("7: Work();\n  locks M1\n  unlocks M1\n7: Work();\n✗ sees it here\n"),
            std::string::npos)
      << text;
}

TEST(Columns, ShortenWhatIsTooWideAndNameFilesWhenThereAreSeveral) {
  Story story;
  story.rows = {Row(0, 7, "a_call_that_goes_on_and_on_and_on_and_on();", "begins"),
                Row(1, 8, "void Increment() override { ++value_; }", "begins")};
  story.rows[1].file = "other.cc";
  const std::string text = RenderColumns(story, 60);
  EXPECT_NE(text.find("counter.cc:7: a_call_that_go…"), std::string::npos) << text;
  EXPECT_NE(text.find("other.cc:8: ++value_;"), std::string::npos) << text;
}

TEST(Columns, SayHowMuchIsLeftOut) {
  Story story;
  story.rows.resize(1);
  story.rows[0].left_out = 12345;
  EXPECT_NE(RenderColumns(story).find("… 12,345 steps …"), std::string::npos);
}

TEST(ShortFunctionName, IsForPeople) {
  EXPECT_EQ(ShortFunctionName("racelab::Queue<int, std::less<int> >::Push(int&&)"),
            "racelab::Queue::Push");
  EXPECT_EQ(ShortFunctionName("main::{lambda()#1}::operator()() const"), "lambda in main");
  EXPECT_EQ(ShortFunctionName("(anonymous namespace)::Stack::Pop()"), "Stack::Pop");
  EXPECT_EQ(ShortFunctionName("int Sum<int>(std::vector<int>)"), "Sum");
  EXPECT_EQ(ShortFunctionName("Counter::operator()() const"), "Counter::operator()");
}

}  // namespace
}  // namespace racelab::explorer
