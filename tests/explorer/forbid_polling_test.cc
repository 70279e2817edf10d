// racelab::ForbidPolling() in scenarios, as a check calls it. The programs polling_* in programs/
// have every way to wait; here is what a check sees of them.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "gtest/gtest-spi.h"
#include "gtest/gtest.h"
#include "racelab/scenario.h"

namespace {

struct Gate {
  std::mutex mutex;
  std::condition_variable opened;
  bool open = false;
};

void Open(Gate& gate) {
  std::lock_guard lock(gate.mutex);
  gate.open = true;
  gate.opened.notify_all();
}

void WaitAsleep(Gate& gate) {
  std::unique_lock lock(gate.mutex);
  gate.opened.wait(lock, [&] { return gate.open; });
}

void WaitAwake(Gate& gate) {
  for (bool open = false; !open; std::this_thread::yield()) {
    std::lock_guard lock(gate.mutex);
    open = gate.open;
  }
}

void WaitInNaps(Gate& gate) {
  std::unique_lock lock(gate.mutex);
  while (!gate.open) {
    lock.unlock();
    std::this_thread::sleep_for(std::chrono::milliseconds(3));
    lock.lock();
  }
}

void ExploreWaiting(void (*wait)(Gate&), bool forbid) {
  racelab::Explore([=] {
    if (forbid) racelab::ForbidPolling();
    Gate gate;
    racelab::Concurrently({[&] { Open(gate); }, [&] { wait(gate); }});
  });
}

TEST(ForbidPolling, LetsAThreadSleepUntilItIsWoken) { ExploreWaiting(&WaitAsleep, true); }

TEST(ForbidPolling, FindsAThreadThatGoesRound) {
  EXPECT_NONFATAL_FAILURE(ExploreWaiting(&WaitAwake, true),
                          "goes round and round instead of waiting to be woken");
}

TEST(ForbidPolling, FindsAThreadThatSleepsForATime) {
  EXPECT_NONFATAL_FAILURE(ExploreWaiting(&WaitInNaps, true),
                          "sleeps for 3 ms instead of waiting to be woken");
}

TEST(ForbidPolling, SaysWhere) {
  EXPECT_NONFATAL_FAILURE(ExploreWaiting(&WaitInNaps, true), "forbid_polling_test.cc:43");
}

TEST(ForbidPolling, IsForOneScenarioOnly) {
  ExploreWaiting(&WaitAwake, false);
  ExploreWaiting(&WaitInNaps, false);
}

}  // namespace
