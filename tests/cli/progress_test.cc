#include "grader/progress.h"

#include <gtest/gtest.h>

#include <string>

#include "absl/synchronization/notification.h"

namespace racelab {
namespace {

const absl::Time kStart = absl::UnixEpoch();
const Terminal kPerson = {.interactive = true, .color = false, .columns = 60};
const Terminal kPipe = {.interactive = false, .color = false, .columns = 60};

TEST(ProgressText, SaysNothingInTheFirstSecond) {
  ProgressText text(kPerson);
  text.Begin("building", kStart);
  EXPECT_EQ(text.Tick(kStart + absl::Milliseconds(900)), "");
  EXPECT_NE(text.Tick(kStart + absl::Milliseconds(1100)), "");
}

TEST(ProgressText, DrawsOneLineOverAndTakesItAway) {
  ProgressText text(kPerson);
  text.Begin("building", kStart);
  const std::string line = text.Tick(kStart + absl::Seconds(3));
  EXPECT_TRUE(line.starts_with("\r"));
  EXPECT_NE(line.find("building"), std::string::npos);
  EXPECT_NE(line.find("3 s"), std::string::npos);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  text.End();
  EXPECT_NE(text.Clear(), "");
  EXPECT_EQ(text.Clear(), "") << "there is nothing left to take away";
  EXPECT_EQ(text.Tick(kStart + absl::Seconds(9)), "") << "no step, no line";
}

TEST(ProgressText, CutsTheStepToTheTerminal) {
  ProgressText text(kPerson);
  text.Begin(std::string(200, 'x'), kStart);
  std::string line = text.Tick(kStart + absl::Seconds(2));
  line.erase(0, std::string_view("\r\033[K").size());
  EXPECT_LE(DisplayWidth(line), kPerson.columns);
}

TEST(ProgressText, RestatingKeepsTheClock) {
  ProgressText text(kPerson);
  text.Begin("1 of 2", kStart);
  text.Restate("2 of 2");
  const std::string line = text.Tick(kStart + absl::Seconds(4));
  EXPECT_NE(line.find("2 of 2"), std::string::npos);
  EXPECT_NE(line.find("4 s"), std::string::npos);
}

TEST(ProgressText, GivesAPipePlainLinesAndFewOfThem) {
  ProgressText text(kPipe);
  text.Begin("building", kStart);
  EXPECT_EQ(text.Tick(kStart + absl::Seconds(2)), "racelab: building\n");
  text.Restate("still building");
  EXPECT_EQ(text.Tick(kStart + absl::Seconds(3)), "");
  EXPECT_EQ(text.Tick(kStart + absl::Seconds(18)), "racelab: still building\n");
  EXPECT_EQ(text.Clear(), "") << "what is printed stays";
}

TEST(ProgressLine, DrawsFromItsOwnThreadAndClearsAtTheEnd) {
  absl::Notification drawn;
  std::string last;
  {
    ProgressLine progress(kPerson, [&](std::string_view bytes) {
      last = std::string(bytes);
      if (!drawn.HasBeenNotified() && bytes.find("working") != std::string_view::npos) {
        drawn.Notify();
      }
    });
    progress.Begin("working");
    drawn.WaitForNotification();
    progress.End();
  }
  EXPECT_EQ(last, "\r\033[K");
}

TEST(ProgressLine, WithoutASinkDoesNothing) {
  ProgressLine progress(kPipe, nullptr);
  progress.Begin("working");
  progress.End();
}

}  // namespace
}  // namespace racelab
