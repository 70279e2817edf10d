#include "grader/render_verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace racelab {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Lab& LostUpdate() {
  static const auto* const lab = [] {
    auto* made = new Lab;
    made->name = "09-lost-update";
    made->variants = {"plain", "tsan"};
    return made;
  }();
  return *lab;
}

VerifyRow Row(Role role, std::string name, Kind declared, std::vector<Kind> verdicts) {
  VerifyRow row;
  row.lab = &LostUpdate();
  row.submission = {role, std::move(name), "file.cc", declared};
  row.by_variant["plain"] = std::vector<Kind>(verdicts.size(), Kind::kPass);
  row.by_variant["tsan"] = verdicts;
  row.verdicts = std::move(verdicts);
  row.message = "what was found";
  return row;
}

VerifyResult Result(std::vector<VerifyRow> rows, int runs) {
  VerifyResult result;
  result.rows = std::move(rows);
  result.runs = runs;
  return result;
}

TEST(VerifyRow, IsAsDeclaredOnlyWhenEveryRunIs) {
  const auto row = [](std::vector<Kind> verdicts) {
    return Row(Role::kMutant, "m", Kind::kDataRace, std::move(verdicts));
  };
  EXPECT_TRUE(row({Kind::kDataRace, Kind::kDataRace}).AsDeclared());
  EXPECT_FALSE(row({Kind::kDataRace, Kind::kPass}).AsDeclared());
  EXPECT_FALSE(row({Kind::kWrongValue}).AsDeclared());
  EXPECT_FALSE(row({}).AsDeclared()) << "what was never judged is not as declared";
}

TEST(VerifyRow, OfSomeVariantsMayMissAMistakeButNotFailARightAnswer) {
  VerifyRow mutant = Row(Role::kMutant, "m", Kind::kDataRace, {Kind::kPass});
  mutant.partial = true;
  EXPECT_TRUE(mutant.AsDeclared());
  VerifyRow solution = Row(Role::kSolution, "s", Kind::kPass, {Kind::kDataRace});
  solution.partial = true;
  EXPECT_FALSE(solution.AsDeclared());
}

TEST(VerifyRow, HoldsAStarterToTheVariantsThatMustSeeItsBug) {
  VerifyRow starter = Row(Role::kStarter, "starter", Kind::kDataRace, {Kind::kDataRace});
  EXPECT_TRUE(starter.AsDeclared());
  starter.overlooked = {"plain"};
  EXPECT_FALSE(starter.AsDeclared());
  EXPECT_THAT(RenderVerify(Result({starter}, 1), {}), HasSubstr("SEEN_BY names plain"));
}

TEST(RenderVerify, NamesWhatIsNotAsDeclaredAndWhy) {
  const std::string text =
      RenderVerify(Result({Row(Role::kMutant, "volatile", Kind::kDataRace, {Kind::kPass})}, 1), {});
  EXPECT_THAT(text, HasSubstr("NOT AS DECLARED"));
  EXPECT_THAT(text, HasSubstr("09-lost-update/mutants/volatile: declared data-race, got pass"));
  EXPECT_THAT(text, HasSubstr("what was found"));
  EXPECT_THAT(text, HasSubstr("racelab check 09-lost-update --file file.cc"));
  EXPECT_THAT(text, HasSubstr("1 submissions of 1 labs: 0 as declared, 1 not"));
}

TEST(RenderVerify, SaysThatNoVerdictChangedOverTheRuns) {
  const std::string text = RenderVerify(
      Result({Row(Role::kSolution, "s", Kind::kPass, {Kind::kPass, Kind::kPass})}, 2), {});
  EXPECT_THAT(text, HasSubstr("judged 2 times each: no verdict ever changed"));
  EXPECT_THAT(text, Not(HasSubstr("NOT AS DECLARED")));
}

TEST(RenderVerify, CountsTheVerdictsThatDiffer) {
  const std::string text =
      RenderVerify(Result({Row(Role::kMutant, "m", Kind::kDataRace,
                               {Kind::kDataRace, Kind::kPass, Kind::kDataRace})},
                          3),
                   {});
  EXPECT_THAT(text, HasSubstr("data-race 2, pass 1"));
  EXPECT_THAT(text, HasSubstr("SOME VERDICTS CHANGED"));
}

TEST(RenderVerify, TellsTheSameErrorOnce) {
  VerifyResult result = Result({}, 1);
  result.errors = {absl::UnavailableError("the disk is full"),
                   absl::UnavailableError("the disk is full")};
  const std::string text = RenderVerify(result, {});
  EXPECT_EQ(text.find("the disk is full"), text.rfind("the disk is full"));
  EXPECT_THAT(text, HasSubstr("the disk is full"));
}

TEST(RenderOracleCounts, CountsTheRunsInWhichEachVariantSawTheMistake) {
  const VerifyResult result =
      Result({Row(Role::kMutant, "m", Kind::kDataRace, {Kind::kDataRace, Kind::kPass}),
              Row(Role::kSolution, "s", Kind::kPass, {Kind::kPass, Kind::kPass})},
             2);
  EXPECT_THAT(RenderOracleCounts(result, {}), HasSubstr("0 of 2  1 of 2"));
  EXPECT_THAT(RenderOracleCounts(result, {}), Not(HasSubstr("solution")));
  EXPECT_THAT(RenderOracleCountsAsMarkdown(result),
              HasSubstr("| 09-lost-update | mutants/m | data-race | 0 of 2 | 1 of 2 |\n"));
}

TEST(RenderOracleCounts, SumsUpWhatEachVariantAloneWouldHaveLetThrough) {
  const VerifyResult result =
      Result({Row(Role::kMutant, "m", Kind::kDataRace, {Kind::kDataRace, Kind::kPass}),
              Row(Role::kMutant, "n", Kind::kDataRace, {Kind::kDataRace, Kind::kDataRace}),
              Row(Role::kSolution, "s", Kind::kPass, {Kind::kPass, Kind::kPass})},
             2);
  EXPECT_THAT(RenderOracleCountsAsMarkdown(result), HasSubstr("| plain | 2 | 0 | 0 | 2 |\n"));
  EXPECT_THAT(RenderOracleCountsAsMarkdown(result), HasSubstr("| tsan | 2 | 1 | 1 | 0 |\n"));
}

TEST(VerifyToJson, HoldsEveryRun) {
  const nlohmann::json json = VerifyToJson(
      Result({Row(Role::kMutant, "m", Kind::kDataRace, {Kind::kDataRace, Kind::kPass})}, 2));
  EXPECT_EQ(json["schema"], "racelab/verify/v1");
  EXPECT_EQ(json["submissions"][0]["verdicts"], (nlohmann::json{"data-race", "pass"}));
  EXPECT_EQ(json["submissions"][0]["stable"], false);
  EXPECT_EQ(json["not_as_declared"], 1);
}

}  // namespace
}  // namespace racelab
