#include "grader/finding.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace racelab {
namespace {

Finding At(Kind kind, const std::string& file, int line) {
  Finding finding;
  finding.kind = kind;
  finding.locations = {{file, line, "f"}};
  return finding;
}

TEST(Kind, EveryNameIsReadBack) {
  for (Kind kind : AllKinds()) EXPECT_EQ(KindFromName(KindName(kind)), kind);
  EXPECT_EQ(KindFromName("race"), std::nullopt);
}

TEST(Kind, ACauseIsWorseThanItsConsequences) {
  EXPECT_TRUE(Worse(Kind::kDataRace, Kind::kWrongValue));
  EXPECT_TRUE(Worse(Kind::kDataRace, Kind::kDeadlock));
  EXPECT_TRUE(Worse(Kind::kLostWakeup, Kind::kHang));
  EXPECT_TRUE(Worse(Kind::kCompileError, Kind::kDataRace));
  EXPECT_FALSE(IsStudentFailure(Kind::kEnvironment));
  EXPECT_FALSE(IsStudentFailure(Kind::kPass));
}

TEST(Finding, SurvivesJson) {
  Finding finding = At(Kind::kDataRace, "counter.cc", 14);
  finding.threads = {
      {"thread 1", "wrote 4 bytes", {"mutex M1"}, {{"counter.cc", 14, "Increment"}}}};
  finding.schedule =
      Schedule{{"main", "thread 1"}, 1, {{1, "counter.cc", 14, "++value_;", "reads 0"}}};
  const std::optional<Finding> read = FindingFromJson(ToJson(finding));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(ToJson(*read), ToJson(finding));
}

TEST(Finding, FromJsonTakesNothingOfTheWrongType) {
  using nlohmann::json;
  EXPECT_FALSE(FindingFromJson(json::parse(R"(["data-race"])")).has_value());
  EXPECT_FALSE(FindingFromJson(json::parse(R"({"kind":"no-such-kind"})")).has_value());
  const std::optional<Finding> finding = FindingFromJson(json::parse(
      R"({"kind":"deadlock","message":7,"threads":"x","locations":[1,{"line":"a"}],
          "schedule":{"threads":["main"],"steps":[{"thread":5},{"thread":-1},{"thread":0}]}})"));
  ASSERT_TRUE(finding.has_value());
  EXPECT_EQ(finding->message, "");
  EXPECT_TRUE(finding->threads.empty());
  ASSERT_EQ(finding->locations.size(), 1U);
  ASSERT_EQ(finding->schedule->steps.size(), 1U) << "a step of a thread that is not there";
}

TEST(OrderAndMerge, PutsTheCauseFirstWhateverCameFirst) {
  std::vector<Finding> findings = {At(Kind::kHang, "a.cc", 1), At(Kind::kWrongValue, "a.cc", 2),
                                   At(Kind::kDataRace, "a.cc", 3)};
  OrderAndMerge(findings);
  EXPECT_EQ(findings[0].kind, Kind::kDataRace);
  EXPECT_EQ(findings[2].kind, Kind::kHang);
  EXPECT_EQ(WorstKind(findings), Kind::kDataRace);
}

TEST(OrderAndMerge, KeepsTheOneThatTellsMoreOfTheSameDefect) {
  Finding plain = At(Kind::kDataRace, "a.cc", 3);
  Finding explored = plain;
  explored.schedule = Schedule{};
  explored.oracle = "explorer";
  std::vector<Finding> findings = {plain, explored, At(Kind::kDataRace, "a.cc", 4)};
  OrderAndMerge(findings);
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].oracle, "explorer");
}

TEST(OrderAndMerge, KeepsTheShorterScheduleOfTheSameDefect) {
  Finding longer = At(Kind::kDataRace, "a.cc", 3);
  longer.schedule = Schedule{};
  longer.schedule->steps.resize(9);
  longer.threads.resize(3);
  Finding shorter = At(Kind::kDataRace, "a.cc", 3);
  shorter.schedule = Schedule{};
  shorter.schedule->steps.resize(6);
  std::vector<Finding> findings = {longer, shorter};
  OrderAndMerge(findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].schedule->steps.size(), 6U);
}

}  // namespace
}  // namespace racelab
