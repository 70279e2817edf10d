#include "grader/course_state.h"

#include <gtest/gtest.h>

#include "test_folder.h"

namespace racelab {
namespace {

class CourseStateTest : public ::testing::Test {
 protected:
  CourseStateTest() {
    lab_.name = "09-lost-update";
    lab_.lab_dir = folder_.path();
    lab_.student_file = "counter.cc";
    folder_.Write("counter.cc", "int value;\n");
  }

  std::string Now() const { return Fingerprint(lab_.StudentFile()); }

  TestFolder folder_;
  Lab lab_;
  CourseState state_;
};

TEST_F(CourseStateTest, AFileOfTheRepositoryIsNotStarted) {
  EXPECT_EQ(state_.StateOf(lab_, false), LabState::kNotStarted);
  EXPECT_EQ(state_.StateOf(lab_, std::nullopt), LabState::kNotStarted);
}

TEST_F(CourseStateTest, AnEditedFileIsInProgress) {
  EXPECT_EQ(state_.StateOf(lab_, true), LabState::kInProgress);
}

TEST_F(CourseStateTest, AVerdictHoldsForTheFileThatWasJudged) {
  state_.Record(lab_.name, {Now(), Kind::kPass});
  EXPECT_EQ(state_.StateOf(lab_, true), LabState::kPassed);
  state_.Record(lab_.name, {Now(), Kind::kDeadlock});
  EXPECT_EQ(state_.StateOf(lab_, true), LabState::kFailing);
}

TEST_F(CourseStateTest, AnEditAfterAPassIsInProgressAgain) {
  state_.Record(lab_.name, {Now(), Kind::kPass});
  folder_.Write("counter.cc", "int value = 1;\n");
  EXPECT_EQ(state_.StateOf(lab_, true), LabState::kInProgress);
  EXPECT_EQ(state_.StateOf(lab_, std::nullopt), LabState::kInProgress);
}

TEST_F(CourseStateTest, IsReadBackAsItWasSaved) {
  state_.Record(lab_.name, {Now(), Kind::kDeadlock});
  ASSERT_TRUE(state_.Save(folder_.path()).ok());
  const CourseState read = CourseState::Load(folder_.path());
  ASSERT_NE(read.Find(lab_.name), nullptr);
  EXPECT_EQ(read.Find(lab_.name)->verdict, Kind::kDeadlock);
  EXPECT_EQ(read.StateOf(lab_, true), LabState::kFailing);
}

TEST_F(CourseStateTest, TakesADamagedFileForEmpty) {
  for (const char* content : {"", "{", "[]", "{\"labs\": 3}", "{\"labs\": {\"x\": {}}}",
                              "{\"labs\": {\"x\": {\"fingerprint\": 1, \"verdict\": 2}}}",
                              "{\"labs\": {\"x\": {\"fingerprint\": \"\", \"verdict\": \"?\"}}}"}) {
    folder_.Write("state.json", content);
    EXPECT_EQ(CourseState::Load(folder_.path()).Find("x"), nullptr) << content;
  }
}

TEST_F(CourseStateTest, SaysWhichFileCannotBeWritten) {
  const absl::Status status = state_.Save("/nonexistent");
  EXPECT_NE(status.message().find("/nonexistent/state.json"), std::string::npos) << status;
}

TEST(Fingerprint, ChangesWithTheBytesAndIsEmptyForWhatIsNoFile) {
  const TestFolder folder;
  const std::string a = Fingerprint(folder.Write("a", "one"));
  EXPECT_EQ(a, Fingerprint(folder.Write("b", "one")));
  EXPECT_NE(a, Fingerprint(folder.Write("b", "two")));
  EXPECT_EQ(Fingerprint(folder.path() / "missing"), "");
  EXPECT_EQ(Fingerprint(folder.path()), "");
  EXPECT_EQ(Fingerprint("/dev/zero"), "");
}

}  // namespace
}  // namespace racelab
