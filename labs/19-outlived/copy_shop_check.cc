#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "copy_shop.h"
#include "racelab/scenario.h"

namespace {

// Longer than what a std::string keeps inside itself.
const char kPoster[] = "Lost: a grey cat, answers to the name of Fibonacci";
const char kMenu[] = "Today: potato soup, and apple cake as long as it lasts";

// Where the pages fall. A shop that prints on after its end prints into a tray that is gone.
class Tray {
 public:
  void Take(const std::string& page) {
    const std::lock_guard lock(mutex_);
    pages_.push_back(page);
    std::sort(pages_.begin(), pages_.end());
  }

  std::vector<std::string> Pages() const {
    const std::lock_guard lock(mutex_);
    return pages_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> pages_;
};

// The Print keeps the tray: it is there for as long as any copy of the Print is.
Print PrintInto(std::shared_ptr<Tray> tray) {
  return [tray = std::move(tray)](const std::string& page) { tray->Take(page); };
}

// Comes with an original, orders a copy of it, and takes the original home.
void OrderAndGoHome(CopyShop& shop, const char* text) {
  const auto original = std::make_unique<const std::string>(text);
  shop.Order(*original);
}

TEST(CopyShop, ClosesWithoutACustomer) {
  racelab::Explore([] {
    const auto tray = std::make_shared<Tray>();
    MakeCopyShop(PrintInto(tray)).reset();
    EXPECT_EQ(tray.use_count(), 1) << racelab::As("leak") << "the shop is closed, its Print is not";
  });
}

TEST(CopyShop, PrintsFromItsOwnCopyOfThePage) {
  racelab::Explore([] {
    const auto tray = std::make_shared<Tray>();
    std::unique_ptr<CopyShop> shop = MakeCopyShop(PrintInto(tray));
    OrderAndGoHome(*shop, kPoster);
    shop.reset();
    EXPECT_EQ(tray->Pages(), std::vector<std::string>{kPoster}) << "printed when the shop closed";
  });
}

TEST(CopyShop, TouchesNothingAfterItHasClosed) {
  racelab::Explore([] {
    auto ink = std::make_unique<int>(0);
    const std::string page = kPoster;
    std::unique_ptr<CopyShop> shop = MakeCopyShop([ink = ink.get()](const std::string&) {
      EXPECT_EQ(*ink, 2) << "written before Order()";
      *ink = 1;
    });
    *ink = 2;
    shop->Order(page);
    shop.reset();
    ink.reset();  // Whoever uses it now, or was not done with it, uses what is not there.
  });
}

TEST(CopyShop, KeepsNoPrintWhenItHasClosed) {
  racelab::Explore([] {
    const auto tray = std::make_shared<Tray>();
    const std::string page = kPoster;
    std::unique_ptr<CopyShop> shop = MakeCopyShop(PrintInto(tray));
    shop->Order(page);
    shop.reset();
    EXPECT_EQ(tray.use_count(), 1) << racelab::As("leak") << "the shop is closed, its Print is not";
  });
}

TEST(CopyShop, PrintsEveryOrderOfOneCustomer) {
  racelab::Explore([] {
    const auto tray = std::make_shared<Tray>();
    const std::string poster = kPoster;
    const std::string menu = kMenu;
    std::unique_ptr<CopyShop> shop = MakeCopyShop(PrintInto(tray));
    shop->Order(poster);
    shop->Order(menu);
    shop.reset();
    EXPECT_EQ(tray->Pages(), (std::vector<std::string>{kPoster, kMenu}))
        << "printed when the shop closed";
  });
}

TEST(CopyShop, ServesTwoCustomersAtOnce) {
  racelab::Explore([] {
    const auto tray = std::make_shared<Tray>();
    const std::string pages[2] = {kPoster, kMenu};
    std::unique_ptr<CopyShop> shop = MakeCopyShop(PrintInto(tray));
    racelab::Concurrently(2, [&](int i) { shop->Order(pages[i]); });
    shop.reset();
    EXPECT_EQ(tray->Pages(), (std::vector<std::string>{kPoster, kMenu}))
        << "printed when the shop closed";
  });
}

TEST(CopyShop, PrintsWhileTheCustomerWalksOn) {
  racelab::Explore([] {
    const std::string page = kPoster;
    std::unique_ptr<CopyShop> shop = MakeCopyShop([](const std::string&) {
      const racelab::Overlap printing("a page is printed while its customer walks on", 2);
    });
    shop->Order(page);
    { const racelab::Overlap walking("a page is printed while its customer walks on", 2); }
    shop.reset();
  });
  EXPECT_REACHABLE("a page is printed while its customer walks on");
}

TEST(CopyShop, TakesAnOrderWhileAnotherIsPrinted) {
  racelab::Explore([] {
    const std::string poster = kPoster;
    const std::string menu = kMenu;
    std::unique_ptr<CopyShop> shop = MakeCopyShop([](const std::string& page) {
      if (page != kPoster) return;
      const racelab::Overlap printing("the poster is printed when the menu has been ordered", 2);
    });
    shop->Order(poster);
    shop->Order(menu);
    { const racelab::Overlap ordered("the poster is printed when the menu has been ordered", 2); }
    shop.reset();
  });
  EXPECT_REACHABLE("the poster is printed when the menu has been ordered");
}

}  // namespace
