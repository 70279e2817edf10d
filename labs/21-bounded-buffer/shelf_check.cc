#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "racelab/scenario.h"
#include "shelf.h"

namespace {

constexpr int kNone = -1;  // Stands for "no loaf" in these tests; loaves are numbered from 1.

int TakeOne(Shelf& shelf) { return shelf.Take().value_or(kNone); }

// A shelf with the loaves 1, 2, …, one on each place.
std::unique_ptr<Shelf> MakeFullShelf(int places) {
  std::unique_ptr<Shelf> shelf = MakeShelf(places);
  for (int loaf = 1; loaf <= places; ++loaf) EXPECT_TRUE(shelf->Put(loaf));
  return shelf;
}

TEST(Shelf, GivesOutLoavesInTheOrderTheyCame) {
  const std::unique_ptr<Shelf> shelf = MakeShelf(2);
  EXPECT_TRUE(shelf->Put(1));
  EXPECT_TRUE(shelf->Put(2)) << "a shelf with two places, and one loaf on it";
  EXPECT_EQ(TakeOne(*shelf), 1);
  EXPECT_TRUE(shelf->Put(3));
  EXPECT_EQ(TakeOne(*shelf), 2);
  EXPECT_EQ(TakeOne(*shelf), 3);
}

TEST(Shelf, LetsTheRestBeTakenWhenClosed) {
  const std::unique_ptr<Shelf> shelf = MakeShelf(3);
  EXPECT_TRUE(shelf->Put(1));
  EXPECT_TRUE(shelf->Put(2));
  shelf->Close();
  EXPECT_FALSE(shelf->Put(3)) << "there is a place, but the shelf is closed";
  EXPECT_EQ(TakeOne(*shelf), 1) << "the loaf was there before the shelf was closed";
  shelf->Close();
  EXPECT_EQ(TakeOne(*shelf), 2) << "the loaf was there before the shelf was closed";
  EXPECT_EQ(TakeOne(*shelf), kNone);
  EXPECT_EQ(TakeOne(*shelf), kNone) << "once empty, for ever empty";
  EXPECT_FALSE(shelf->Put(3)) << "once closed, for ever closed";
}

TEST(Shelf, GivesALoafToASellerWhoWaits) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Shelf> shelf = MakeShelf(1);
    bool baked = false;
    racelab::Concurrently({[&] {
                             const int loaf = TakeOne(*shelf);
                             EXPECT_EQ(loaf, 1) << "-1 stands for: no loaf";
                             if (loaf == 1) EXPECT_TRUE(baked) << "written before Put()";
                           },
                           [&] {
                             baked = true;
                             EXPECT_TRUE(shelf->Put(1));
                           }});
  });
}

TEST(Shelf, GivesAPlaceToABakerWhoWaits) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Shelf> shelf = MakeFullShelf(1);
    std::atomic<bool> came = false;
    racelab::Concurrently(
        {[&] {
           EXPECT_TRUE(shelf->Put(2)) << "nobody has closed the shelf";
           EXPECT_TRUE(came) << "the seller did it before Take(): there was no place until then";
         },
         [&] {
           came = true;
           EXPECT_EQ(TakeOne(*shelf), 1) << "the loaf that lay there first";
         }});
    EXPECT_EQ(TakeOne(*shelf), 2);
  });
}

TEST(Shelf, PassesOnMoreThanItHolds) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Shelf> shelf = MakeShelf(1);
    std::vector<int> sold;
    racelab::Concurrently({[&] {
                             for (const int loaf : {1, 2, 3}) EXPECT_TRUE(shelf->Put(loaf));
                             shelf->Close();
                           },
                           [&] {
                             while (const std::optional<int> loaf = shelf->Take()) {
                               sold.push_back(*loaf);
                               if (sold.size() > 3) break;
                             }
                           }});
    EXPECT_EQ(sold, (std::vector<int>{1, 2, 3})) << "loaves that were put there, then Close()";
  });
}

TEST(Shelf, WakesTheBakerBesideAnotherSeller) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Shelf> shelf = MakeShelf(1);
    int sold[2] = {0, 0};
    racelab::Concurrently({[&] { sold[0] = TakeOne(*shelf); }, [&] { sold[1] = TakeOne(*shelf); },
                           [&] {
                             EXPECT_TRUE(shelf->Put(1));
                             EXPECT_TRUE(shelf->Put(2));
                           }});
    EXPECT_EQ(std::min(sold[0], sold[1]), 1) << "two loaves were baked, each is sold once";
    EXPECT_EQ(std::max(sold[0], sold[1]), 2) << "two loaves were baked, each is sold once";
  });
}

TEST(Shelf, WakesTheSellerBesideAnotherBaker) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Shelf> shelf = MakeFullShelf(1);
    int sold[2] = {0, 0};
    racelab::Concurrently({[&] { EXPECT_TRUE(shelf->Put(2)); }, [&] { EXPECT_TRUE(shelf->Put(3)); },
                           [&] {
                             sold[0] = TakeOne(*shelf);
                             sold[1] = TakeOne(*shelf);
                           }});
    EXPECT_EQ(sold[0], 1) << "the loaf that lay there first";
    EXPECT_EQ(sold[1] + TakeOne(*shelf), 5) << "the loaves 2 and 3, each once";
  });
}

TEST(Shelf, WakesASellerForEveryLoaf) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Shelf> shelf = MakeShelf(2);
    int sold[2] = {0, 0};
    racelab::Concurrently({[&] { sold[0] = TakeOne(*shelf); }, [&] { sold[1] = TakeOne(*shelf); },
                           [&] {
                             EXPECT_TRUE(shelf->Put(1));
                             EXPECT_TRUE(shelf->Put(2));
                           }});
    EXPECT_EQ(sold[0] + sold[1], 3) << "one seller has 1, the other 2";
  });
}

TEST(Shelf, WakesABakerForEveryPlace) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Shelf> shelf = MakeFullShelf(2);
    racelab::Concurrently({[&] { EXPECT_TRUE(shelf->Put(3)); }, [&] { EXPECT_TRUE(shelf->Put(4)); },
                           [&] {
                             EXPECT_EQ(TakeOne(*shelf), 1);
                             EXPECT_EQ(TakeOne(*shelf), 2);
                           }});
    EXPECT_EQ(TakeOne(*shelf) + TakeOne(*shelf), 7) << "the loaves 3 and 4";
  });
}

TEST(Shelf, NeverHoldsMoreLoavesThanPlaces) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Shelf> shelf = MakeFullShelf(1);
    bool put[2] = {false, false};
    racelab::Concurrently({[&] { put[0] = shelf->Put(2); }, [&] { put[1] = shelf->Put(3); },
                           [&] {
                             EXPECT_EQ(TakeOne(*shelf), 1);
                             shelf->Close();
                           }});
    EXPECT_LE(put[0] + put[1], 1) << "loaves that were put on the only place, none was taken";
    const int left = TakeOne(*shelf);
    EXPECT_EQ(left, put[0] ? 2 : put[1] ? 3 : kNone) << "the loaf that lies there after Close()";
    EXPECT_EQ(TakeOne(*shelf), kNone) << "the shelf has one place";
  });
}

TEST(Shelf, SendsEveryWaitingSellerHomeWhenItCloses) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Shelf> shelf = MakeShelf(1);
    bool announced = false;
    racelab::Concurrently({[&] {
                             const int loaf = TakeOne(*shelf);
                             EXPECT_EQ(loaf, kNone) << "nothing was ever put there";
                             if (loaf == kNone) EXPECT_TRUE(announced) << "written before Close()";
                           },
                           [&] { EXPECT_EQ(TakeOne(*shelf), kNone); },
                           [&] {
                             announced = true;
                             shelf->Close();
                           }});
  });
}

TEST(Shelf, SendsEveryWaitingBakerHomeWhenItCloses) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Shelf> shelf = MakeFullShelf(1);
    bool announced = false;
    racelab::Concurrently(
        {[&] {
           const bool put = shelf->Put(2);
           EXPECT_FALSE(put) << "there was no place until the shelf was closed";
           if (!put) EXPECT_TRUE(announced) << "written before Close()";
         },
         [&] { EXPECT_FALSE(shelf->Put(3)) << "there was no place until the shelf was closed"; },
         [&] {
           announced = true;
           shelf->Close();
           EXPECT_EQ(TakeOne(*shelf), 1) << "it was there before Close()";
         }});
    EXPECT_EQ(TakeOne(*shelf), kNone);
  });
}

TEST(Shelf, KeepsWhatItAcceptedWhileItCloses) {
  racelab::Explore([] {
    racelab::ForbidPolling();
    const std::unique_ptr<Shelf> shelf = MakeShelf(1);
    bool put = false;
    int sold = kNone;
    racelab::Concurrently(
        {[&] { put = shelf->Put(1); }, [&] { sold = TakeOne(*shelf); }, [&] { shelf->Close(); }});
    const int left = TakeOne(*shelf);
    EXPECT_EQ((sold == 1) + (left == 1), put ? 1 : 0)
        << "Put(1) returned " << std::boolalpha << put << "; sold: " << sold << ", left: " << left
        << " (-1 is no loaf): it comes out if it went in, and only then";
  });
}

}  // namespace
