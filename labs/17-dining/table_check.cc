#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "racelab/scenario.h"
#include "table.h"

namespace {

// A table, and for each fork how often it was used. Whoever has the fork writes that down, and
// nothing but the table's promise orders two who do.
class Dinner {
 public:
  explicit Dinner(int seats) : table_(MakeTable(seats)), uses_(seats) {}

  void Eat(int seat) {
    table_->PickUp(seat);
    ++uses_[seat];
    ++uses_[(seat + 1) % uses_.size()];
    table_->PutDown(seat);
  }

  const std::vector<int>& Uses() const { return uses_; }

 private:
  const std::unique_ptr<Table> table_;
  std::vector<int> uses_;
};

TEST(Table, LetsOneEatWhileTheOthersThink) {
  racelab::Explore([] {
    Dinner dinner(3);
    for (const int seat : {1, 1, 2, 0, 0}) dinner.Eat(seat);
    EXPECT_EQ(dinner.Uses(), (std::vector<int>{3, 4, 3})) << "uses of each fork";
  });
}

TEST(Table, GivesAForkToOneOfTwoNeighbours) {
  for (const int seat : {0, 2}) {
    racelab::Explore([seat] {
      Dinner dinner(3);
      racelab::Concurrently(2, [&](int i) { dinner.Eat((seat + i) % 3); });
      std::vector<int> uses = {1, 1, 1};
      uses[(seat + 1) % 3] = 2;
      EXPECT_EQ(dinner.Uses(), uses) << "uses of each fork";
    });
  }
}

TEST(Table, GivesAForkBackAndForth) {
  racelab::Explore([] {
    Dinner dinner(3);
    racelab::Concurrently(2, [&](int seat) {
      dinner.Eat(seat);
      dinner.Eat(seat);
    });
    EXPECT_EQ(dinner.Uses(), (std::vector<int>{2, 4, 2})) << "uses of each fork";
  });
}

TEST(Table, FeedsTwoAtATableForTwo) {
  racelab::Explore([] {
    Dinner dinner(2);
    racelab::Concurrently(2, [&](int seat) { dinner.Eat(seat); });
    EXPECT_EQ(dinner.Uses(), (std::vector<int>{2, 2})) << "uses of each fork";
  });
}

TEST(Table, FeedsThreeWhoAreHungryAtOnce) {
  racelab::Explore([] {
    Dinner dinner(3);
    racelab::Concurrently(3, [&](int seat) { dinner.Eat(seat); });
    EXPECT_EQ(dinner.Uses(), (std::vector<int>{2, 2, 2})) << "uses of each fork";
  });
}

TEST(Table, FeedsBothNeighboursOfOneWhoHasEaten) {
  racelab::Explore([] {
    Dinner dinner(4);
    racelab::Concurrently(3, [&](int seat) { dinner.Eat(seat); });
    EXPECT_EQ(dinner.Uses(), (std::vector<int>{1, 2, 2, 1})) << "uses of each fork";
  });
}

// Lets two who share no fork eat at a table for four, and reaches `label` when both do at once.
void EatOpposite(int seat, const char* label) {
  racelab::Explore([seat, label] {
    const std::unique_ptr<Table> table = MakeTable(4);
    racelab::Concurrently(2, [&](int i) {
      table->PickUp(seat + 2 * i);
      { const racelab::Overlap eating(label, 2); }
      table->PutDown(seat + 2 * i);
    });
  });
}

TEST(Table, LetsTwoEatWhoSitOpposite) {
  EatOpposite(0, "seats 0 and 2 of 4 eat at the same time");
  EatOpposite(1, "seats 1 and 3 of 4 eat at the same time");
  EXPECT_REACHABLE("seats 0 and 2 of 4 eat at the same time");
  EXPECT_REACHABLE("seats 1 and 3 of 4 eat at the same time");
}

}  // namespace
