#include "race_detector.h"

#include <cstdint>

#include "gtest/gtest.h"

namespace racelab::explorer {
namespace {

// One for all tests: its shadow is a quarter of the address space.
RaceDetector& Detector() {
  static RaceDetector detector;
  return detector;
}

// Threads with clocks, and a lock that orders them, over 64 bytes of memory.
class RaceDetectorTest : public testing::Test {
 protected:
  RaceDetectorTest() {
    detector_.Create();
    detector_.Reset();
    for (int thread = 0; thread < 3; ++thread) clocks_[thread].Tick(thread);
  }

  std::uintptr_t At(int byte) const { return reinterpret_cast<std::uintptr_t>(memory_) + byte; }
  Epoch Now(int thread) const { return Epoch(thread, clocks_[thread].Get(thread)); }
  Access Read(int thread, int byte, int size) {
    return detector_.Read(At(byte), size, Now(thread), clocks_[thread]);
  }
  Access Write(int thread, int byte, int size) {
    return detector_.Write(At(byte), size, Now(thread), clocks_[thread]);
  }
  Access Atomic(int thread, int byte, int size, bool write) {
    return detector_.Atomic(At(byte), size, write, Now(thread), clocks_[thread]);
  }
  // What `from` has done so far happens-before what `to` does next.
  void Order(int from, int to) {
    clocks_[to].Join(clocks_[from]);
    clocks_[from].Tick(from);
  }

  alignas(64) char memory_[64] = {};
  VectorClock clocks_[3];
  RaceDetector& detector_ = Detector();
};

TEST_F(RaceDetectorTest, UnorderedWritesRace) {
  EXPECT_EQ(Write(0, 0, 4), Access::kOk);
  EXPECT_EQ(Write(1, 0, 4), Access::kRace);
  EXPECT_EQ(detector_.race().previous.thread(), 0);
  EXPECT_TRUE(detector_.race().previous_was_write);
  EXPECT_FALSE(detector_.race().previous_was_atomic);
}

TEST_F(RaceDetectorTest, OrderedWritesDoNot) {
  EXPECT_EQ(Write(0, 0, 4), Access::kOk);
  Order(0, 1);
  EXPECT_EQ(Write(1, 0, 4), Access::kOk);
}

TEST_F(RaceDetectorTest, WhatFollowsAReleaseIsNotCoveredByIt) {
  Order(0, 1);
  EXPECT_EQ(Write(0, 0, 4), Access::kOk);
  EXPECT_EQ(Read(1, 0, 4), Access::kRace);
}

TEST_F(RaceDetectorTest, ReadsDoNotRaceWithReads) {
  EXPECT_EQ(Read(0, 0, 8), Access::kOk);
  EXPECT_EQ(Read(1, 0, 8), Access::kOk);
  EXPECT_EQ(Read(2, 0, 8), Access::kOk);
}

TEST_F(RaceDetectorTest, AWriteMustSeeEveryReader) {
  EXPECT_EQ(Read(0, 0, 8), Access::kOk);
  EXPECT_EQ(Read(1, 0, 8), Access::kOk);
  Order(1, 2);
  EXPECT_EQ(Write(2, 0, 8), Access::kRace);
  EXPECT_EQ(detector_.race().previous.thread(), 0);
  EXPECT_FALSE(detector_.race().previous_was_write);
}

TEST_F(RaceDetectorTest, NeighbouringBytesDoNotRace) {
  EXPECT_EQ(Write(0, 0, 1), Access::kOk);
  EXPECT_EQ(Write(1, 1, 1), Access::kOk);
  EXPECT_EQ(Write(0, 2, 2), Access::kOk);
  EXPECT_EQ(Write(1, 4, 4), Access::kOk);
}

TEST_F(RaceDetectorTest, OverlapsOfDifferentSizesRace) {
  EXPECT_EQ(Write(0, 0, 8), Access::kOk);
  EXPECT_EQ(Read(1, 5, 1), Access::kRace);
  EXPECT_EQ(detector_.race().address, At(5));
}

TEST_F(RaceDetectorTest, AnAccessAcrossTwoCellsIsWhole) {
  EXPECT_EQ(Write(0, 6, 4), Access::kOk);
  EXPECT_EQ(Write(1, 9, 1), Access::kRace);
}

TEST_F(RaceDetectorTest, RangesAreCheckedByteByByte) {
  EXPECT_EQ(detector_.Range(At(3), 40, true, Now(0), clocks_[0]), Access::kOk);
  EXPECT_EQ(Read(1, 0, 2), Access::kOk);
  EXPECT_EQ(Read(1, 43, 1), Access::kOk);
  EXPECT_EQ(Read(1, 42, 1), Access::kRace);
}

TEST_F(RaceDetectorTest, AtomicsDoNotRaceWithEachOther) {
  EXPECT_EQ(Atomic(0, 0, 4, true), Access::kOk);
  EXPECT_EQ(Atomic(1, 0, 4, true), Access::kOk);
  EXPECT_EQ(Atomic(2, 0, 4, false), Access::kOk);
}

TEST_F(RaceDetectorTest, AtomicsRaceWithPlainAccesses) {
  EXPECT_EQ(Atomic(0, 0, 4, true), Access::kOk);
  EXPECT_EQ(Read(1, 0, 4), Access::kRace);
  EXPECT_TRUE(detector_.race().previous_was_atomic);
  EXPECT_EQ(Write(0, 8, 4), Access::kOk);
  EXPECT_EQ(Atomic(1, 8, 4, false), Access::kRace);
}

TEST_F(RaceDetectorTest, AtomicLoadsDoNotRaceWithPlainReads) {
  EXPECT_EQ(Read(0, 0, 4), Access::kOk);
  EXPECT_EQ(Atomic(1, 0, 4, false), Access::kOk);
  EXPECT_EQ(Read(2, 0, 4), Access::kOk);
}

TEST_F(RaceDetectorTest, FreedMemoryIsSeen) {
  detector_.MarkFreed(At(0), 16);
  EXPECT_TRUE(detector_.IsFreed(At(8)));
  EXPECT_FALSE(detector_.IsFreed(At(16)));
  EXPECT_EQ(Read(0, 4, 4), Access::kFreed);
  EXPECT_EQ(Atomic(0, 8, 8, true), Access::kFreed);
}

TEST_F(RaceDetectorTest, ForgetsMemoryThatBeginsANewLife) {
  EXPECT_EQ(Write(0, 0, 8), Access::kOk);
  EXPECT_EQ(Atomic(0, 8, 8, true), Access::kOk);
  detector_.Forget(At(0), 16);
  EXPECT_EQ(Write(1, 0, 8), Access::kOk);
  EXPECT_EQ(Write(1, 8, 8), Access::kOk);
}

TEST_F(RaceDetectorTest, ForgetsEverythingAtOnce) {
  EXPECT_EQ(Write(0, 0, 8), Access::kOk);
  detector_.MarkFreed(At(16), 8);
  detector_.Reset();
  EXPECT_EQ(Write(1, 0, 8), Access::kOk);
  EXPECT_EQ(Write(1, 16, 8), Access::kOk);
}

}  // namespace
}  // namespace racelab::explorer
