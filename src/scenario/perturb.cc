#include "perturb.h"

#include <sched.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <atomic>

namespace racelab::perturb {
namespace {

constexpr long kNapNs = 200'000;
constexpr int kIdleNapsMax = 75;  // 15 ms in which nobody moved: they wait for the paused thread

// Relaxed throughout: these counters must not order the student's threads.
struct Progress {
  std::array<std::atomic<int>, kMaxThreads> sync_points{};
  std::atomic<int> entered{0};
  std::atomic<int> left{0};
  std::atomic<int> events{0};
  std::atomic<int> unnamed{0};
};

Plan plan;
Progress progress;
thread_local int thread_number = -1;
thread_local unsigned random_state = 0;

// A thread that the submission started itself: it gets a number at its first call.
struct UnnamedThread {
  ~UnnamedThread() {
    if (entered) LeaveThread();
  }
  bool entered = false;
};
thread_local UnnamedThread unnamed_thread;

void Nap(long ns) {
  const timespec nap = {0, ns};
  nanosleep(&nap, nullptr);
}

bool OthersFinished() {
  if (thread_number == kBodyThread) return false;  // The body is not counted among them.
  return progress.left.load(std::memory_order_relaxed) + 1 >=
         progress.entered.load(std::memory_order_relaxed);
}

void PauseUntilOthersAreStuckOrDone() {
  int idle_naps = 0;
  int seen = progress.events.load(std::memory_order_relaxed);
  while (!OthersFinished() && idle_naps < kIdleNapsMax) {
    Nap(kNapNs);
    const int now = progress.events.load(std::memory_order_relaxed);
    idle_naps = now == seen ? idle_naps + 1 : 0;
    seen = now;
  }
}

void YieldAtRandom() {
  if (random_state == 0) random_state = plan.seed * 7919u + static_cast<unsigned>(thread_number) + 1;
  random_state = random_state * 1103515245u + 12345u;
  const unsigned draw = (random_state >> 16) % 8;
  if (draw < 3) sched_yield();
  if (draw == 3) Nap(50'000);
}

}  // namespace

void Begin(const Plan& new_plan) {
  plan = new_plan;
  for (std::atomic<int>& count : progress.sync_points) count.store(0, std::memory_order_relaxed);
  progress.entered.store(0, std::memory_order_relaxed);
  progress.left.store(0, std::memory_order_relaxed);
  progress.unnamed.store(kFirstUnnamedThread, std::memory_order_relaxed);
  thread_number = kBodyThread;
  random_state = 0;
}

int SyncPoints(int thread) {
  return progress.sync_points[static_cast<size_t>(thread)].load(std::memory_order_relaxed);
}

void EnterThread(int thread) {
  thread_number = thread;
  random_state = 0;
  progress.entered.fetch_add(1, std::memory_order_relaxed);
}

void LeaveThread() {
  progress.left.fetch_add(1, std::memory_order_relaxed);
  progress.events.fetch_add(1, std::memory_order_relaxed);
  thread_number = -1;
}

void SyncPoint() {
  if (plan.mode == Plan::Mode::kOff) return;
  if (thread_number < 0) {
    unnamed_thread.entered = true;
    EnterThread(progress.unnamed.fetch_add(1, std::memory_order_relaxed));
  }
  if (thread_number >= kMaxThreads) return;
  progress.events.fetch_add(1, std::memory_order_relaxed);
  const int index = progress.sync_points[static_cast<size_t>(thread_number)].fetch_add(
      1, std::memory_order_relaxed);
  if (plan.mode == Plan::Mode::kRandom) YieldAtRandom();
  if (plan.mode == Plan::Mode::kPause && plan.thread == thread_number && plan.sync_point == index) {
    PauseUntilOthersAreStuckOrDone();
  }
}

}  // namespace racelab::perturb
