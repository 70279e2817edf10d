// Happens-before of atomics, against the race detector: who may read what was written before.
#include "atomics.h"

#include <memory>
#include <vector>

#include "access_log.h"
#include "accesses.h"
#include "gtest/gtest.h"

namespace racelab::explorer {

// What the model asks of an execution in progress, without one: threads by number, one is current.
bool g_active = false;
Run g_run;
AccessSettings g_access_settings;
AccessLog g_access_log;
void AccessLog::Add(std::uintptr_t, std::size_t, bool, bool, std::uintptr_t) {}
void BadAccess(Access access, std::uintptr_t, std::size_t, bool, bool, std::uintptr_t) {
  throw access;
}
Thread& Run::CreateThread(void* (*)(void*), void*) {
  static const RunOptions options;
  options_ = &options;
  threads_.push_back(std::make_unique<Thread>());
  Thread& thread = *threads_.back();
  thread.id = thread_count_++;
  thread.Tick();
  return thread;
}
// In these tests the "handle" is the number of the thread that is to be the current one.
Thread* Run::FindThread(pthread_t id) { return current_ = threads_[id].get(); }

namespace {

constexpr MemoryOrder kRelaxed = MemoryOrder::kRelaxed;
constexpr MemoryOrder kAcquire = MemoryOrder::kAcquire;
constexpr MemoryOrder kRelease = MemoryOrder::kRelease;
constexpr MemoryOrder kAcqRel = MemoryOrder::kAcqRel;
constexpr MemoryOrder kSeqCst = MemoryOrder::kSeqCst;

// Out of line: g++ 12 warns of a negative index where it sees a clock both emptied and ticked.
__attribute__((noinline)) void Forget(Thread& thread) {
  thread.clock.Clear();
  thread.fenced.Clear();
  thread.acquirable.Clear();
}

class AtomicsTest : public testing::Test {
 protected:
  AtomicsTest() {
    static const bool created = [] {
      g_races.Create();
      for (int i = 0; i < 4; ++i) g_run.CreateThread(nullptr, nullptr);
      return true;
    }();
    static_cast<void>(created);
    for (int i = 0; i < 4; ++i) {
      Thread& thread = *g_run.FindThread(static_cast<pthread_t>(i));
      Forget(thread);
      thread.Tick();
    }
    g_races.Reset();
    g_atomics.Reset();
  }

  static void As(int thread) { g_run.FindThread(static_cast<pthread_t>(thread)); }
  void Load(int thread, MemoryOrder order) { As(thread), g_atomics.Load(flag_, order); }
  void Store(int thread, MemoryOrder order) { As(thread), g_atomics.Store(flag_, order); }
  void Update(int thread, MemoryOrder order) { As(thread), g_atomics.Update(flag_, order); }
  static void Fence(int thread, MemoryOrder order) { As(thread), g_atomics.Fence(order); }

  static bool Write(int thread, const int& variable) { return Plain(thread, variable, true); }
  static bool Read(int thread, const int& variable) { return Plain(thread, variable, false); }

  alignas(8) int data_ = 0;
  alignas(8) int more_ = 0;
  alignas(8) int word_ = 0;
  std::uint64_t wide_ = 0;
  const AtomicPlace flag_{reinterpret_cast<std::uintptr_t>(&word_), sizeof word_, 0};

 private:
  // False: a data race.
  static bool Plain(int thread, const int& variable, bool write) {
    const Thread& self = *g_run.FindThread(static_cast<pthread_t>(thread));
    const auto address = reinterpret_cast<std::uintptr_t>(&variable);
    const Access access = write ? g_races.Write(address, sizeof(int), self.epoch(), self.clock)
                                : g_races.Read(address, sizeof(int), self.epoch(), self.clock);
    return access == Access::kOk;
  }
};

TEST_F(AtomicsTest, AnAcquireLoadTakesWhatAReleaseStorePublished) {
  EXPECT_TRUE(Write(0, data_));
  Store(0, kRelease);
  Load(1, kAcquire);
  EXPECT_TRUE(Read(1, data_));
}

TEST_F(AtomicsTest, SequentialConsistencyPublishesAndTakes) {
  EXPECT_TRUE(Write(0, data_));
  Store(0, kSeqCst);
  Load(1, kSeqCst);
  EXPECT_TRUE(Write(1, data_));
}

TEST_F(AtomicsTest, ARelaxedStoreOrdersNothing) {
  EXPECT_TRUE(Write(0, data_));
  Store(0, kRelaxed);
  Load(1, kAcquire);
  EXPECT_FALSE(Read(1, data_));
}

TEST_F(AtomicsTest, ARelaxedLoadOrdersNothing) {
  EXPECT_TRUE(Write(0, data_));
  Store(0, kRelease);
  Load(1, kRelaxed);
  EXPECT_FALSE(Read(1, data_));
}

TEST_F(AtomicsTest, WhatComesAfterTheReleaseIsNotPublished) {
  Store(0, kRelease);
  EXPECT_TRUE(Write(0, data_));
  Load(1, kAcquire);
  EXPECT_FALSE(Read(1, data_));
}

TEST_F(AtomicsTest, ALoadBeforeTheStoreTakesNothing) {
  Load(1, kAcquire);
  EXPECT_TRUE(Write(0, data_));
  Store(0, kRelease);
  EXPECT_FALSE(Read(1, data_));
}

TEST_F(AtomicsTest, AReadModifyWriteContinuesTheReleaseSequence) {
  EXPECT_TRUE(Write(0, data_));
  Store(0, kRelease);
  Update(1, kRelaxed);
  Load(2, kAcquire);
  EXPECT_TRUE(Read(2, data_));
  EXPECT_FALSE(Read(1, data_));  // it took nothing itself
}

TEST_F(AtomicsTest, AStoreEndsTheReleaseSequence) {
  EXPECT_TRUE(Write(0, data_));
  Store(0, kRelease);
  Store(1, kRelaxed);
  Load(2, kAcquire);
  EXPECT_FALSE(Read(2, data_));
}

TEST_F(AtomicsTest, ARelaxedStoreOfTheSameThreadEndsItToo) {
  EXPECT_TRUE(Write(0, data_));
  Store(0, kRelease);
  Store(0, kRelaxed);  // since C++20: [atomics.order] has no exception for it
  Load(1, kAcquire);
  EXPECT_FALSE(Read(1, data_));
}

TEST_F(AtomicsTest, TwoReleasesInOneSequenceArePublishedBoth) {
  EXPECT_TRUE(Write(0, data_));
  Store(0, kRelease);
  EXPECT_TRUE(Write(1, more_));
  Update(1, kRelease);
  Load(2, kAcquire);
  EXPECT_TRUE(Read(2, data_));
  EXPECT_TRUE(Read(2, more_));
}

TEST_F(AtomicsTest, AcquireAndReleaseInOneHandsOn) {
  EXPECT_TRUE(Write(0, data_));
  Store(0, kRelease);
  Update(1, kAcqRel);
  EXPECT_TRUE(Write(1, data_));
  Update(1, kAcqRel);
  Update(2, kAcqRel);
  EXPECT_TRUE(Write(2, data_));
}

TEST_F(AtomicsTest, AReleaseFencePublishesWithALaterRelaxedStore) {
  EXPECT_TRUE(Write(0, data_));
  Fence(0, kRelease);
  EXPECT_TRUE(Write(0, more_));
  Store(0, kRelaxed);
  Load(1, kAcquire);
  EXPECT_TRUE(Read(1, data_));
  EXPECT_FALSE(Read(1, more_));  // after the fence
}

TEST_F(AtomicsTest, AReleaseFenceAfterTheStoreIsTooLate) {
  EXPECT_TRUE(Write(0, data_));
  Store(0, kRelaxed);
  Fence(0, kRelease);
  Load(1, kAcquire);
  EXPECT_FALSE(Read(1, data_));
}

TEST_F(AtomicsTest, AnAcquireFenceTakesWhatARelaxedLoadHasRead) {
  EXPECT_TRUE(Write(0, data_));
  Store(0, kRelease);
  Load(1, kRelaxed);
  Fence(1, kAcquire);
  EXPECT_TRUE(Read(1, data_));
}

TEST_F(AtomicsTest, AnAcquireFenceBeforeTheLoadIsTooEarly) {
  EXPECT_TRUE(Write(0, data_));
  Store(0, kRelease);
  Fence(1, kAcquire);
  Load(1, kRelaxed);
  EXPECT_FALSE(Read(1, data_));
}

TEST_F(AtomicsTest, FencesOnBothSidesSynchronize) {
  EXPECT_TRUE(Write(0, data_));
  Fence(0, kSeqCst);
  Store(0, kRelaxed);
  Load(1, kRelaxed);
  Fence(1, kSeqCst);
  EXPECT_TRUE(Write(1, data_));
}

TEST_F(AtomicsTest, AFenceOnOneSideIsNotEnough) {
  EXPECT_TRUE(Write(0, data_));
  Fence(0, kRelease);
  Store(0, kRelaxed);
  Load(1, kRelaxed);
  EXPECT_FALSE(Read(1, data_));
}

TEST_F(AtomicsTest, TheFirstUseByAThreadWithoutTheObjectsInitializationIsARace) {
  EXPECT_TRUE(Write(0, word_));
  EXPECT_THROW(Load(1, kAcquire), Access);
}

TEST_F(AtomicsTest, ARelaxedDecrementByWhoSetTheLowBitUnlocks) {
  const AtomicPlace place{reinterpret_cast<std::uintptr_t>(&wide_), sizeof wide_, 0};
  As(0);
  g_atomics.Update(place, kAcquire);
  g_atomics.NoteBitLock(place, 0x1000, 0x1001);
  EXPECT_TRUE(g_atomics.IsBitUnlock(place, 0x1001));
  EXPECT_FALSE(g_atomics.IsBitUnlock(place, 0x1000));
  As(1);
  EXPECT_FALSE(g_atomics.IsBitUnlock(place, 0x1001));
}

}  // namespace
}  // namespace racelab::explorer
