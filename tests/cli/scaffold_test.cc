#include "grader/scaffold.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_folder.h"

namespace racelab {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(CheckNewLabName, TakesTwoDigitsAndLowerCaseWords) {
  const TestFolder root;
  EXPECT_TRUE(CheckNewLabName("45-two-doors", root.path()).ok());
  EXPECT_TRUE(CheckNewLabName("45-x2", root.path()).ok());
}

TEST(CheckNewLabName, RefusesEveryOtherShapeAndShowsAGoodOne) {
  const TestFolder root;
  for (const char* name : {"", "45", "45-", "5-doors", "doors", "45_doors", "45-Doors", "45--x",
                           "45-x-", "45-two doors", "45-../../etc", "045-doors"}) {
    const absl::Status status = CheckNewLabName(name, root.path());
    EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument) << name;
    EXPECT_THAT(std::string(status.message()), HasSubstr("45-two-doors")) << name;
  }
}

TEST(CheckNewLabName, RefusesANumberThatIsTaken) {
  const TestFolder root;
  root.Write("labs/45-old/CMakeLists.txt", "");
  const absl::Status status = CheckNewLabName("45-new", root.path());
  EXPECT_EQ(status.code(), absl::StatusCode::kAlreadyExists);
  EXPECT_THAT(std::string(status.message()), HasSubstr("labs/45-old"));
}

TEST(WriteScaffold, WritesTheLabAndItsMirror) {
  const TestFolder root;
  const auto files = WriteScaffold("45-two-doors", root.path());
  ASSERT_TRUE(files.ok()) << files.status();
  EXPECT_THAT(root.Read("labs/45-two-doors/CMakeLists.txt"),
              StartsWith("race_lab(45-two-doors\n  TITLE \"Two doors\""));
  EXPECT_THAT(root.Read("labs/45-two-doors/tally.h"), HasSubstr("LABS_45_TWO_DOORS_TALLY_H_"));
  EXPECT_THAT(root.Read("labs/45-two-doors/tally.cc"), StartsWith("// YOUR FILE"));
  EXPECT_THAT(root.Read("solutions/45-two-doors/mutants/volatile_sum.cc"),
              HasSubstr("// expect: data-race\n"));
  for (const std::string& file : *files) {
    EXPECT_THAT(root.Read(file), Not(HasSubstr("@"))) << file << " has a mark left to replace";
  }
}

TEST(WriteScaffold, LeavesNothingBehindWhenAFileCannotBeWritten) {
  const TestFolder root;
  root.Write("solutions", "a file where a folder should be");
  const auto files = WriteScaffold("45-two-doors", root.path());
  EXPECT_EQ(files.status().code(), absl::StatusCode::kUnavailable);
  EXPECT_FALSE(std::filesystem::exists(root.path() / "labs/45-two-doors"));
}

}  // namespace
}  // namespace racelab
