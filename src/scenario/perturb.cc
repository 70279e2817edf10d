#include "perturb.h"

#include <sched.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>

namespace racelab::perturb {
namespace {

constexpr long kNapNs = 200'000;
constexpr long kGiveWayNapNs = 20'000;
constexpr std::int64_t kIdleMaxNs = 5'000'000;    // nobody moved: they wait for the paused thread
constexpr std::int64_t kPauseMaxNs = 30'000'000;  // they move for ever: they spin on it

// Relaxed throughout: these counters must not order the student's threads.
struct Progress {
  std::array<std::atomic<int>, kMaxThreads> sync_points{};
  std::atomic<int> entered{0};
  std::atomic<int> left{0};
  std::atomic<int> events{0};
  std::atomic<int> unnamed{0};
  std::atomic<bool> ahead{false};   // the thread that is to pause is still on its way there
  std::atomic<bool> paused{false};  // it came there
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

std::int64_t NowNs() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

bool OthersFinished() {
  if (thread_number == kBodyThread) return false;  // The body is not counted among them.
  return progress.left.load(std::memory_order_relaxed) + 1 >=
         progress.entered.load(std::memory_order_relaxed);
}

// Naps until `over`, until nobody has moved for a while, or until it has been long enough.
void NapUntil(bool (*over)(), long nap_ns) {
  const std::int64_t begin_ns = NowNs();
  std::int64_t moved_ns = begin_ns;
  int seen = progress.events.load(std::memory_order_relaxed);
  while (!over()) {
    Nap(nap_ns);
    const std::int64_t now_ns = NowNs();
    const int events = progress.events.load(std::memory_order_relaxed);
    if (events != seen) moved_ns = now_ns;
    seen = events;
    if (now_ns - moved_ns > kIdleMaxNs || now_ns - begin_ns > kPauseMaxNs) return;
  }
}

// Whether `thread` is the one that this execution pauses.
bool IsToPause(int thread) { return plan.mode == Plan::Mode::kPause && plan.thread == thread; }

void YieldAtRandom() {
  if (random_state == 0)
    random_state = plan.seed * 7919u + static_cast<unsigned>(thread_number) + 1;
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
  progress.ahead.store(false, std::memory_order_relaxed);
  progress.paused.store(false, std::memory_order_relaxed);
  thread_number = kBodyThread;
  random_state = 0;
}

int SyncPoints(int thread) {
  return progress.sync_points[static_cast<size_t>(thread)].load(std::memory_order_relaxed);
}

bool PauseTaken() { return progress.paused.load(std::memory_order_relaxed); }

void EnterThread(int thread) {
  thread_number = thread;
  random_state = 0;
  progress.entered.fetch_add(1, std::memory_order_relaxed);
  if (IsToPause(thread) && SyncPoints(thread) <= plan.sync_point) {
    progress.ahead.store(true, std::memory_order_relaxed);
  }
}

void GiveWay(int thread) {
  if (IsToPause(thread)) return;
  NapUntil([] { return !progress.ahead.load(std::memory_order_relaxed); }, kGiveWayNapNs);
}

void LeaveThread() {
  if (IsToPause(thread_number)) progress.ahead.store(false, std::memory_order_relaxed);
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
  if (IsToPause(thread_number) && plan.sync_point == index) {
    progress.paused.store(true, std::memory_order_relaxed);
    progress.ahead.store(false, std::memory_order_relaxed);
    NapUntil(OthersFinished, kNapNs);
  }
}

}  // namespace racelab::perturb
