#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "bank.h"
#include "racelab/scenario.h"

namespace {

// A page for each account, on which the audit notes the balance. Nothing but the bank's own promise
// orders two audits with one account: if they can meet, they meet on its page.
class Books {
 public:
  explicit Books(int accounts) : pages_(accounts) {}

  Audit Auditor() {
    return [this](const Transfer& transfer) {
      pages_[transfer.from] = {pages_[transfer.from].entries + 1, transfer.from_balance};
      if (transfer.from == transfer.to) return;
      pages_[transfer.to] = {pages_[transfer.to].entries + 1, transfer.to_balance};
    };
  }

  int Entries(int account) const { return pages_[account].entries; }
  int LastBalance(int account) const { return pages_[account].balance; }

 private:
  struct Page {
    int entries = 0;
    int balance = 0;
  };
  std::vector<Page> pages_;
};

TEST(Bank, MovesMoney) {
  Books books(2);
  const std::unique_ptr<Bank> bank = MakeBank({100, 5}, books.Auditor());
  EXPECT_TRUE(bank->Move(0, 1, 30));
  EXPECT_EQ(bank->Balance(0), 70);
  EXPECT_EQ(bank->Balance(1), 35);
  EXPECT_TRUE(bank->Move(1, 0, 35)) << "the last euro may be moved as well";
  EXPECT_EQ(books.Entries(0), 2) << "calls of the audit for two transfers";
  EXPECT_EQ(books.LastBalance(0), 105);
  EXPECT_EQ(books.LastBalance(1), 0);
}

TEST(Bank, EndsTwoOppositeTransfers) {
  for (const int other : {1, 2}) {
    racelab::Explore([other] {
      Books books(3);
      const std::unique_ptr<Bank> bank = MakeBank({100, 100, 100}, books.Auditor());
      bool moved[2] = {false, false};
      racelab::Concurrently({[&] { moved[0] = bank->Move(0, other, 40); },
                             [&] { moved[1] = bank->Move(other, 0, 70); }});
      EXPECT_TRUE(moved[0] && moved[1]) << "both transfers were covered throughout";
      EXPECT_EQ(bank->Balance(0), 130);
      EXPECT_EQ(bank->Balance(other), 70);
      EXPECT_EQ(books.Entries(0), 2) << "calls of the audit for two transfers";
      EXPECT_EQ(books.LastBalance(0), 130) << "the last balance that the audit was told";
    });
  }
}

TEST(Bank, EndsTransfersInARing) {
  racelab::Explore([] {
    Books books(3);
    const std::unique_ptr<Bank> bank = MakeBank({10, 10, 10}, books.Auditor());
    racelab::Concurrently(3, [&](int i) { bank->Move(i, (i + 1) % 3, i + 1); });
    EXPECT_EQ(bank->Balance(0), 12);
    EXPECT_EQ(bank->Balance(1), 9);
    EXPECT_EQ(bank->Balance(2), 9);
  });
}

TEST(Bank, IsInOrderAfterARefusal) {
  Books books(2);
  const std::unique_ptr<Bank> bank = MakeBank({100, 0}, books.Auditor());
  EXPECT_FALSE(bank->Move(0, 1, 101));
  EXPECT_EQ(bank->Balance(0), 100);
  EXPECT_EQ(bank->Balance(1), 0);
  EXPECT_EQ(books.Entries(0), 0) << "calls of the audit for a refused transfer";
  EXPECT_TRUE(bank->Move(0, 1, 100)) << "both accounts are free again after a refusal";
}

TEST(Bank, MovesMoneyToTheSameAccount) {
  Books books(1);
  const std::unique_ptr<Bank> bank = MakeBank({100}, books.Auditor());
  EXPECT_TRUE(bank->Move(0, 0, 100));
  EXPECT_FALSE(bank->Move(0, 0, 101)) << "an account that holds 100 cannot pay 101, even to itself";
  EXPECT_EQ(bank->Balance(0), 100);
  EXPECT_EQ(books.Entries(0), 1) << "calls of the audit for one transfer and one refusal";
  EXPECT_EQ(books.LastBalance(0), 100);
}

TEST(Bank, SpendsTheSameMoneyOnlyOnce) {
  racelab::Explore([] {
    Books books(3);
    const std::unique_ptr<Bank> bank = MakeBank({100, 0, 0}, books.Auditor());
    bool moved[2] = {false, false};
    racelab::Concurrently(2, [&](int i) { moved[i] = bank->Move(0, i + 1, 100); });
    EXPECT_EQ(moved[0] + moved[1], 1) << "transfers of 100 that were made, from an account of 100";
    EXPECT_EQ(bank->Balance(0), 0);
    EXPECT_EQ(bank->Balance(1) + bank->Balance(2), 100);
  });
}

TEST(Bank, NeverShowsMoneyInNeitherOrInBoth) {
  racelab::Explore([] {
    Books books(2);
    const std::unique_ptr<Bank> bank = MakeBank({100, 0}, books.Auditor());
    racelab::Concurrently({[&] { bank->Move(0, 1, 100); },
                           [&] {
                             const int source = bank->Balance(0);
                             const int target = bank->Balance(1);
                             EXPECT_TRUE(source == 100 || target == 100)
                                 << "it had left the source";
                           },
                           [&] {
                             const int target = bank->Balance(1);
                             const int source = bank->Balance(0);
                             EXPECT_TRUE(target == 0 || source == 0) << "it was in the target";
                           }});
  });
}

TEST(Bank, KeepsOtherAccountsGoingMeanwhile) {
  racelab::Explore([] {
    const std::unique_ptr<Bank> bank = MakeBank({10, 0, 10, 0}, [](const Transfer&) {
      const racelab::Overlap inside("two transfers without a common account run at once", 2);
    });
    racelab::Concurrently(2, [&](int i) { bank->Move(2 * i, 2 * i + 1, 10); });
    EXPECT_EQ(bank->Balance(1) + bank->Balance(3), 20);
  });
  EXPECT_REACHABLE("two transfers without a common account run at once");
}

}  // namespace
