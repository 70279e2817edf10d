// Abseil and oneTBB as the variants build them: right code is silent, planted races are seen.
#include <memory>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

#include "absl/synchronization/barrier.h"
#include "absl/synchronization/blocking_counter.h"
#include "absl/synchronization/mutex.h"
#include "absl/synchronization/notification.h"
#include "gtest/gtest.h"
#include "oneapi/tbb/blocked_range.h"
#include "oneapi/tbb/concurrent_hash_map.h"
#include "oneapi/tbb/enumerable_thread_specific.h"
#include "oneapi/tbb/parallel_for.h"
#include "oneapi/tbb/parallel_reduce.h"

namespace {

using Range = tbb::blocked_range<int>;

void OnTwoThreads(const std::function<void()>& first, const std::function<void()>& second) {
  std::thread other(second);
  first();
  other.join();
}

TEST(Right, MutexCountsUnderContention) {
  absl::Mutex mutex;
  int count = 0;
  const auto add = [&] {
    for (int i = 0; i < 1000; ++i) {
      const absl::MutexLock lock(&mutex);
      ++count;
    }
  };
  OnTwoThreads(add, add);
  EXPECT_EQ(count, 2000);
}

TEST(Right, AwaitSeesWhatTheOtherThreadDid) {
  absl::Mutex mutex;
  bool ready = false;
  int value = 0;
  OnTwoThreads(
      [&] {
        mutex.LockWhen(absl::Condition(&ready));
        EXPECT_EQ(value, 7);
        mutex.Unlock();
      },
      [&] {
        const absl::MutexLock lock(&mutex);
        value = 7;
        ready = true;
      });
}

TEST(Right, NotificationPublishes) {
  absl::Notification done;
  int value = 0;
  OnTwoThreads(
      [&] {
        done.WaitForNotification();
        EXPECT_EQ(value, 7);
      },
      [&] {
        value = 7;
        done.Notify();
      });
}

TEST(Right, BlockingCounterPublishes) {
  absl::BlockingCounter left(1);
  int value = 0;
  OnTwoThreads(
      [&] {
        left.Wait();
        EXPECT_EQ(value, 7);
      },
      [&] {
        value = 7;
        left.DecrementCount();
      });
}

TEST(Right, ParallelReduceSums) {
  std::vector<int> numbers(100'000, 1);
  const auto sum_of = [&](const Range& range, long sum) {
    return std::accumulate(&numbers[0] + range.begin(), &numbers[0] + range.end(), sum);
  };
  EXPECT_EQ(tbb::parallel_reduce(Range(0, 100'000), 0L, sum_of, std::plus<>()), 100'000);
}

TEST(Right, ConcurrentHashMapCounts) {
  using Counts = tbb::concurrent_hash_map<std::string, int>;
  Counts counts;
  tbb::parallel_for(0, 10'000, [&](int i) {
    Counts::accessor entry;
    counts.insert(entry, std::to_string(i % 7));
    ++entry->second;
  });
  int total = 0;
  for (const auto& [word, count] : counts) total += count;
  EXPECT_EQ(total, 10'000);
}

TEST(Right, EnumerableThreadSpecificSums) {
  tbb::enumerable_thread_specific<int> sums(0);
  tbb::parallel_for(0, 10'000, [&](int) { ++sums.local(); });
  EXPECT_EQ(sums.combine(std::plus<>()), 10'000);
}

TEST(Racy, DISABLED_MutexOnOneSideOnly) {
  absl::Mutex mutex;
  int count = 0;
  OnTwoThreads([&] { ++count; },
               [&] {
                 const absl::MutexLock lock(&mutex);
                 ++count;
               });
}

TEST(Racy, DISABLED_WriteAfterNotify) {
  absl::Notification done;
  int value = 0;
  OnTwoThreads(
      [&] {
        done.WaitForNotification();
        EXPECT_GE(value, 0);
      },
      [&] {
        done.Notify();
        value = 7;
      });
}

TEST(Racy, DISABLED_SharedSumInParallelFor) {
  long sum = 0;
  absl::Barrier* both = new absl::Barrier(2);  // Two workers are inside: the race is never luck.
  tbb::parallel_for(
      Range(0, 2, 1),
      [&](const Range& range) {
        if (both->Block()) delete both;
        sum += range.begin();
      },
      tbb::simple_partitioner());
}

}  // namespace
