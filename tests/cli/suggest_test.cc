#include "grader/suggest.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace racelab {
namespace {

const std::vector<std::string>& Labs() {
  static const auto* const labs =
      new std::vector<std::string>{"01-two-worlds",     "09-lost-update", "12-check-then-act",
                                   "16-deadly-embrace", "37-conditions",  "38-parallel-sum"};
  return *labs;
}

std::string Resolved(std::string_view word) {
  const auto name = ResolveLabName(word, Labs());
  return name.ok() ? *name : std::string(name.status().message());
}

TEST(EditDistance, CountsInsertionsDeletionsSubstitutionsAndSwaps) {
  EXPECT_EQ(EditDistance("lock", "lock"), 0u);
  EXPECT_EQ(EditDistance("lock", "locks"), 1u);
  EXPECT_EQ(EditDistance("lock", "ock"), 1u);
  EXPECT_EQ(EditDistance("lock", "luck"), 1u);
  EXPECT_EQ(EditDistance("lock", "olck"), 1u);
  EXPECT_EQ(EditDistance("kitten", "sitting"), 3u);
  EXPECT_EQ(EditDistance("", "abc"), 3u);
  EXPECT_EQ(EditDistance("abc", ""), 3u);
}

TEST(EditDistance, DoesNotCareForCase) { EXPECT_EQ(EditDistance("LOCK", "lock"), 0u); }

TEST(ResolveLabName, TakesANumberWithOrWithoutTheZero) {
  EXPECT_EQ(Resolved("9"), "09-lost-update");
  EXPECT_EQ(Resolved("09"), "09-lost-update");
  EXPECT_EQ(Resolved("38"), "38-parallel-sum");
}

TEST(ResolveLabName, TakesTheWholeNameOrTheNameWithoutItsNumber) {
  EXPECT_EQ(Resolved("09-lost-update"), "09-lost-update");
  EXPECT_EQ(Resolved("lost-update"), "09-lost-update");
  EXPECT_EQ(Resolved("Lost-Update"), "09-lost-update");
}

TEST(ResolveLabName, TakesAUniquePart) {
  EXPECT_EQ(Resolved("embrace"), "16-deadly-embrace");
  EXPECT_EQ(Resolved("cond"), "37-conditions");
}

TEST(ResolveLabName, TakesThePathOfTheFolder) {
  EXPECT_EQ(Resolved("labs/09-lost-update/"), "09-lost-update");
}

TEST(ResolveLabName, ListsTheCandidatesOfAnAmbiguousPart) {
  const auto name = ResolveLabName("da", {"09-lost-update", "35-false-sharing", "50-data"});
  EXPECT_EQ(name.status().code(), absl::StatusCode::kInvalidArgument);
  EXPECT_NE(name.status().message().find("09-lost-update, 50-data"), std::string::npos)
      << name.status();
  EXPECT_EQ(name.status().message().find("35-false-sharing"), std::string::npos);
}

TEST(ResolveLabName, AsksDidYouMeanAfterATypo) {
  EXPECT_NE(Resolved("09-lost-updat3").find("did you mean 09-lost-update?"), std::string::npos);
  EXPECT_NE(Resolved("lsot-update").find("did you mean 09-lost-update?"), std::string::npos);
  EXPECT_NE(Resolved("embrase").find("did you mean 16-deadly-embrace?"), std::string::npos);
}

TEST(ResolveLabName, GivesNoGuessForAWordThatIsNearToNothing) {
  EXPECT_NE(Resolved("zebra").find("`racelab list` shows them all"), std::string::npos);
  EXPECT_EQ(Resolved("zebra").find("did you mean"), std::string::npos);
  EXPECT_NE(Resolved("99").find("there is no lab '99'"), std::string::npos);
}

TEST(ResolveLabName, RefusesAnEmptyName) {
  EXPECT_NE(Resolved("").find("empty"), std::string::npos);
  EXPECT_NE(Resolved("/").find("empty"), std::string::npos);
}

TEST(NearestNames, PutsTheNearestFirst) {
  const auto near = NearestNames("chekc", {"doctor", "checks", "check"});
  ASSERT_EQ(near.size(), 1u) << "two letters of five are too far";
  EXPECT_EQ(near[0], "check");
}

}  // namespace
}  // namespace racelab
