#include "contrast/row.h"

#include <gtest/gtest.h>

#include "contrast/timing.h"

namespace racelab::contrast {
namespace {

Row Timed(Amount process, Amount thread) {
  return {.id = "a.row",
          .topic = "a topic",
          .question = "how long?",
          .unit = Unit::kNanoseconds,
          .process = {.how = "fork", .seen = "", .amount = process},
          .thread = {.how = "thread", .seen = "", .amount = thread},
          .observed = "",
          .lab = ""};
}

TEST(Order, IsOfWhoeverNeedsClearlyLess) {
  EXPECT_EQ(OrderOf(Timed({200, 190, 210}, {20, 19, 21})), Order::kThreadsLess);
  EXPECT_EQ(OrderOf(Timed({20, 19, 21}, {200, 190, 210})), Order::kProcessesLess);
}

TEST(Order, IsAlikeWhenTheMediansAreNear) {
  EXPECT_EQ(OrderOf(Timed({150, 149, 151}, {100, 99, 101})), Order::kAlike);
}

TEST(Order, IsAlikeWhenTheMiddleHalvesOverlap) {
  EXPECT_EQ(OrderOf(Timed({200, 90, 400}, {100, 80, 120})), Order::kAlike);
}

TEST(Order, KnowsThatNothingIsLess) {
  const Row row = Timed({68, 68, 68}, {0, 0, 0});
  EXPECT_EQ(OrderOf(row), Order::kThreadsLess);
  EXPECT_EQ(RatioInWords(row), "–");
}

TEST(Order, IsNotForWhatIsSeen) {
  Row row = Timed({1, 1, 1}, {1, 1, 1});
  row.process.amount.reset();
  EXPECT_EQ(OrderOf(row), Order::kNotAnAmount);
}

TEST(Amounts, AreToldInTheUnitThatFits) {
  EXPECT_EQ(AmountInWords(Unit::kNanoseconds, 182.4), "182 ns");
  EXPECT_EQ(AmountInWords(Unit::kNanoseconds, 7'250), "7.25 µs");
  EXPECT_EQ(AmountInWords(Unit::kNanoseconds, 21'500'000), "21.5 ms");
  EXPECT_EQ(AmountInWords(Unit::kNanoseconds, 2e9), "2 s");
  EXPECT_EQ(AmountInWords(Unit::kKibibytes, 4), "4 KiB");
  EXPECT_EQ(AmountInWords(Unit::kKibibytes, 16 * 1024), "16 MiB");
}

TEST(Summary, IsTheMedianAndTheQuartiles) {
  const Amount amount = Summarize({5, 1, 4, 2, 3});
  EXPECT_EQ(amount.median, 3);
  EXPECT_EQ(amount.low, 2);
  EXPECT_EQ(amount.high, 4);
  EXPECT_EQ(Summarize({7}).median, 7);
}

}  // namespace
}  // namespace racelab::contrast
