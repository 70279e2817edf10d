#include <gtest/gtest.h>

#include <memory>

#include "racelab/faults.h"
#include "racelab/scenario.h"
#include "vault.h"

namespace {

void ExpectNoCoinLost(const Boxes& boxes) {
  EXPECT_EQ(boxes.left + boxes.right, 100)
      << "left " << boxes.left << ", right " << boxes.right << ", and there were 100 coins";
}

TEST(Vault, HoldsAllCoinsInTheLeftBoxAtFirst) {
  racelab::Explore([] {
    const Boxes boxes = MakeVault(100)->Count();
    EXPECT_EQ(boxes.left, 100);
    EXPECT_EQ(boxes.right, 0);
  });
}

TEST(Vault, MovesCoinsThereAndBack) {
  racelab::Explore([] {
    const std::unique_ptr<Vault> vault = MakeVault(100);
    vault->Move(30);
    vault->Move(-10);
    EXPECT_EQ(vault->Count().left, 80);
    EXPECT_EQ(vault->Count().right, 20);
  });
}

TEST(Vault, KeepsEveryMoveOfTwoProcesses) {
  racelab::Explore([] {
    const std::unique_ptr<Vault> vault = MakeVault(100);
    racelab::Concurrently(2, [&](int i) { vault->Move(i == 0 ? 10 : 5); });
    EXPECT_EQ(vault->Count().left, 85) << "two processes moved 10 and 5 to the right";
    EXPECT_EQ(vault->Count().right, 15);
  });
}

TEST(Vault, ShowsNoHalfOfAMove) {
  racelab::Explore([] {
    const std::unique_ptr<Vault> vault = MakeVault(100);
    racelab::Concurrently({[&] { vault->Move(10); }, [&] { ExpectNoCoinLost(vault->Count()); }});
  });
}

TEST(Vault, IsInOrderWhenAProcessDiedInIt) {
  racelab::ExploreFaults({.kill = true}, [] {
    const std::unique_ptr<Vault> vault = MakeVault(100);
    racelab::Concurrently(1, [&](int) { vault->Move(10); });
    const Boxes boxes = vault->Count();
    ExpectNoCoinLost(boxes);
    EXPECT_TRUE(boxes.left == 90 || (racelab::AChildWasKilled() && boxes.left == 100))
        << "a process moved 10 (or was killed before), and left was " << boxes.left;
  });
}

TEST(Vault, MovesOnWhenAProcessDiedInIt) {
  racelab::ExploreFaults({.kill = true}, [] {
    const std::unique_ptr<Vault> vault = MakeVault(100);
    racelab::Concurrently(1, [&](int) { vault->Move(10); });
    vault->Move(5);
    const Boxes boxes = vault->Count();
    ExpectNoCoinLost(boxes);
    EXPECT_TRUE(boxes.left == 85 || (racelab::AChildWasKilled() && boxes.left == 95))
        << "the parent moved 5 after a process died or not, and left was " << boxes.left;
  });
}

TEST(Vault, MovesOnInAnotherChildAndForLong) {
  racelab::ExploreFaults({.kill = true}, [] {
    const std::unique_ptr<Vault> vault = MakeVault(100);
    vault->Move(40);
    racelab::Concurrently(2, [&](int i) { vault->Move(i == 0 ? 10 : 5); });
    for (int i = 0; i < 2; ++i) vault->Move(1);
    const Boxes boxes = vault->Count();
    ExpectNoCoinLost(boxes);
    const int missing = boxes.left - 43;
    EXPECT_TRUE(missing == 0 || (racelab::AChildWasKilled() && (missing == 10 || missing == 5)))
        << "moved were 40, 10, 5, 1 and 1, of which one process may have been killed before 10 or "
        << "5; left was " << boxes.left;
  });
}

TEST(Vault, LetsTwoChildrenMoveAfterADeath) {
  racelab::ExploreFaults({.kill = true}, [] {
    const std::unique_ptr<Vault> vault = MakeVault(100);
    racelab::Concurrently(1, [&](int) { vault->Move(10); });
    racelab::Concurrently(2, [&](int i) { vault->Move(i + 1); });
    const Boxes boxes = vault->Count();
    ExpectNoCoinLost(boxes);
    EXPECT_TRUE(boxes.left == 87 || racelab::AChildWasKilled()) << "left was " << boxes.left;
  });
}

TEST(Vault, KeepsTwoVaultsApart) {
  racelab::Explore([] {
    const std::unique_ptr<Vault> one = MakeVault(100);
    const std::unique_ptr<Vault> two = MakeVault(50);
    racelab::Concurrently({[&] { one->Move(1); }, [&] { two->Move(2); }});
    EXPECT_EQ(one->Count().left, 99);
    EXPECT_EQ(two->Count().left, 48);
  });
}

}  // namespace
