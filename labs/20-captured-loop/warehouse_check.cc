#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <vector>

#include "racelab/scenario.h"
#include "warehouse.h"

namespace {

constexpr int kShelves = 3;
const char* const kStock[kShelves] = {"tea", "rice", "a clock"};

// The shelves, how often somebody came to each, and a list there that the visitor signs. Each list
// is for one helper: nothing but the warehouse's promise orders two visits, or a visit and a look.
class Shelves {
 public:
  explicit Shelves(int count) : count_(count) {}

  Fetch Fetcher() {
    return [this](int shelf) -> std::string {
      if (shelf < 0 || shelf >= count_) {
        ADD_FAILURE() << "sent to shelf " << shelf << ", and there are " << count_;
        return "nothing";
      }
      visits_[shelf].fetch_add(1, std::memory_order_relaxed);
      signed_[shelf] = true;
      return kStock[shelf];
    };
  }

  int Visits(int shelf) const { return visits_[shelf]; }
  bool IsSigned(int shelf) const { return signed_[shelf]; }

 private:
  const int count_;
  std::atomic<int> visits_[kShelves] = {};
  bool signed_[kShelves] = {};
};

// Fetches from `count` shelves, and expects one visit to each and their stock, in order.
void ExpectTheWholeStock(int count) {
  Shelves shelves(count);
  const std::vector<std::string> items = FetchFromAll(count, shelves.Fetcher());
  for (int shelf = 0; shelf < count; ++shelf) {
    EXPECT_EQ(shelves.Visits(shelf), 1) << "visits to shelf " << shelf << " of " << count;
  }
  EXPECT_EQ(items, std::vector<std::string>(kStock, kStock + count));
  for (int shelf = 0; shelf < count; ++shelf) {
    EXPECT_TRUE(shelves.IsSigned(shelf)) << "the visitor of shelf " << shelf << " had signed";
  }
}

TEST(Warehouse, SendsNobodyWhenThereIsNoShelf) { ExpectTheWholeStock(0); }

TEST(Warehouse, SendsOneHelperToOneShelf) {
  racelab::Explore([] { ExpectTheWholeStock(1); });
}

TEST(Warehouse, SendsAHelperToEachOfTwoShelves) {
  racelab::Explore([] { ExpectTheWholeStock(2); });
}

TEST(Warehouse, SendsAHelperToEachOfThreeShelves) {
  racelab::Explore([] { ExpectTheWholeStock(3); });
}

TEST(Warehouse, ServesTwoCallersAtOnce) {
  racelab::Explore([] { racelab::Concurrently(2, [](int) { ExpectTheWholeStock(1); }); });
}

TEST(Warehouse, HasTwoHelpersOnTheirWayAtOnce) {
  racelab::Explore([] {
    FetchFromAll(2, [](int) -> std::string {
      const racelab::Overlap walking("two helpers are on their way at once", 2);
      return "";
    });
  });
  EXPECT_REACHABLE("two helpers are on their way at once");
}

TEST(Warehouse, HasThreeHelpersOnTheirWayAtOnce) {
  racelab::Explore([] {
    FetchFromAll(3, [](int) -> std::string {
      const racelab::Overlap walking("three helpers are on their way at once", 3);
      return "";
    });
  });
  EXPECT_REACHABLE("three helpers are on their way at once");
}

}  // namespace
