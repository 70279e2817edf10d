#include "grader/doctor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace racelab {
namespace {

using ::testing::HasSubstr;

MachineFacts GoodMachine() {
  return {.cores = 2,
          .memory_available_mib = 8000,
          .disk_free_mib = 50000,
          .address_random_bits = 32,
          .randomization_can_be_off = true,
          .overcommit = 0};
}

DoctorLine Line(const MachineFacts& facts, std::string_view name) {
  for (const DoctorLine& line : JudgeMachine(facts)) {
    if (line.name == name) return line;
  }
  return {};
}

TEST(JudgeMachine, FindsNothingWrongWithAGoodMachine) {
  EXPECT_FALSE(AnyFailed(JudgeMachine(GoodMachine())));
  for (const DoctorLine& line : JudgeMachine(GoodMachine())) {
    EXPECT_EQ(line.health, Health::kOk) << line.name;
    EXPECT_EQ(line.fix, "") << line.name;
  }
}

TEST(JudgeMachine, FailsWhereAddressesStayTooRandom) {
  MachineFacts facts = GoodMachine();
  facts.randomization_can_be_off = false;
  EXPECT_EQ(Line(facts, "address randomization").health, Health::kFail);
  EXPECT_THAT(Line(facts, "address randomization").fix, HasSubstr("vm.mmap_rnd_bits=28"));
  facts.address_random_bits = 28;
  EXPECT_EQ(Line(facts, "address randomization").health, Health::kOk);
}

TEST(JudgeMachine, WarnsBeforeDiskAndMemoryRunOutAndFailsWhenTheyHave) {
  MachineFacts facts = GoodMachine();
  facts.disk_free_mib = 1000;
  EXPECT_EQ(Line(facts, "disk of the build folder").health, Health::kWarn);
  facts.disk_free_mib = 10;
  EXPECT_EQ(Line(facts, "disk of the build folder").health, Health::kFail);
  facts.memory_available_mib = 100;
  EXPECT_EQ(Line(facts, "memory").health, Health::kFail);
}

TEST(JudgeMachine, FailsWhereOvercommitIsForbidden) {
  MachineFacts facts = GoodMachine();
  facts.overcommit = 2;
  EXPECT_EQ(Line(facts, "memory overcommit").health, Health::kFail);
}

TEST(JudgeMachine, TakesOneCoreAsEnough) {
  MachineFacts facts = GoodMachine();
  facts.cores = 1;
  EXPECT_EQ(Line(facts, "cores").health, Health::kOk);
}

TEST(LookAtMachine, SeesThisMachine) {
  const MachineFacts facts = LookAtMachine("/nonexistent/build");
  EXPECT_GE(facts.cores, 1);
  EXPECT_GT(facts.memory_available_mib, 0);
  EXPECT_GT(facts.disk_free_mib, 0) << "of the nearest folder that is there";
}

TEST(RenderDoctor, GivesTheFixBelowTheLine) {
  const std::vector<DoctorLine> lines = {
      {"g++", Health::kFail, "not found", "apt-get install g++"}};
  EXPECT_THAT(RenderDoctor(lines, {}), HasSubstr("FAIL  g++  not found"));
  EXPECT_THAT(RenderDoctor(lines, {}), HasSubstr("fix: apt-get install g++"));
  EXPECT_EQ(DoctorToJson(lines)["ok"], false);
  EXPECT_EQ(DoctorToJson(lines)["checks"][0]["fix"], "apt-get install g++");
}

}  // namespace
}  // namespace racelab
