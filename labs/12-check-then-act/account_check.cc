#include <gtest/gtest.h>

#include <memory>

#include "account.h"
#include "racelab/scenario.h"

namespace {

TEST(Account, PaysOutWhatItHolds) {
  const std::unique_ptr<Account> account = MakeAccount(100);
  EXPECT_TRUE(account->Withdraw(30));
  account->Deposit(5);
  EXPECT_EQ(account->Balance(), 75);
  EXPECT_TRUE(account->Withdraw(75)) << "the last euro may be taken out as well";
  EXPECT_EQ(account->Balance(), 0);
}

TEST(Account, IsInOrderAfterARefusal) {
  const std::unique_ptr<Account> account = MakeAccount(100);
  EXPECT_FALSE(account->Withdraw(101));
  EXPECT_EQ(account->Balance(), 100) << "a refused withdrawal changes nothing";
  account->Deposit(1);
  EXPECT_TRUE(account->Withdraw(101));
}

TEST(Account, PaysOutTheSameMoneyOnlyOnce) {
  racelab::Explore([] {
    const std::unique_ptr<Account> account = MakeAccount(100);
    bool paid[2] = {false, false};
    racelab::Concurrently(2, [&](int i) { paid[i] = account->Withdraw(100); });
    EXPECT_EQ(paid[0] + paid[1], 1) << "withdrawals of 100 that were paid, from an account of 100";
    EXPECT_EQ(account->Balance(), 0);
  });
}

TEST(Account, IsNeverSeenBelowZero) {
  racelab::Explore([] {
    const std::unique_ptr<Account> account = MakeAccount(100);
    bool paid[2] = {false, false};
    int seen = 0;
    racelab::Concurrently({[&] { paid[0] = account->Withdraw(60); },
                           [&] { paid[1] = account->Withdraw(70); },
                           [&] { seen = account->Balance(); }});
    EXPECT_TRUE(seen == 100 || seen == 40 || seen == 30)
        << "60 or 70 were taken out of 100, and somebody read " << seen;
    EXPECT_EQ(account->Balance(), 100 - 60 * paid[0] - 70 * paid[1]);
  });
}

TEST(Account, PaysEverybodyWhenThereIsEnough) {
  racelab::Explore([] {
    const std::unique_ptr<Account> account = MakeAccount(100);
    bool paid[2] = {false, false};
    racelab::Concurrently(2, [&](int i) { paid[i] = account->Withdraw(50); });
    EXPECT_TRUE(paid[0] && paid[1]) << "two withdrawals of 50, and the account held 100";
    EXPECT_EQ(account->Balance(), 0);
  });
}

TEST(Account, KeepsEveryDepositBesideAWithdrawal) {
  racelab::Explore([] {
    const std::unique_ptr<Account> account = MakeAccount(50);
    bool paid = false;
    racelab::Concurrently({[&] { account->Deposit(50); }, [&] { paid = account->Withdraw(80); }});
    EXPECT_EQ(account->Balance(), 100 - 80 * paid);
  });
}

TEST(Account, IsNotDisturbedByARefusalElsewhere) {
  racelab::Explore([] {
    const std::unique_ptr<Account> account = MakeAccount(100);
    bool paid = false;
    bool paid_too_much = false;
    racelab::Concurrently(
        {[&] { paid_too_much = account->Withdraw(150); }, [&] { paid = account->Withdraw(100); }});
    EXPECT_FALSE(paid_too_much) << "150 from an account of 100";
    EXPECT_TRUE(paid) << "100 was there throughout; only a withdrawal of 150 was being refused";
    EXPECT_EQ(account->Balance(), 0);
  });
}

TEST(Account, KeepsTwoDepositsMadeAtOnce) {
  racelab::Explore([] {
    const std::unique_ptr<Account> account = MakeAccount(0);
    racelab::Concurrently(2, [&](int) { account->Deposit(10); });
    EXPECT_EQ(account->Balance(), 20);
  });
}

TEST(Account, KeepsTwoAccountsApart) {
  const std::unique_ptr<Account> full = MakeAccount(10);
  const std::unique_ptr<Account> empty = MakeAccount(0);
  EXPECT_FALSE(empty->Withdraw(10));
  EXPECT_TRUE(full->Withdraw(10));
}

}  // namespace
