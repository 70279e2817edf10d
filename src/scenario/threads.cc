// Scenarios on real threads: the implementation for the `plain`, `asan` and `tsan` variants.
#include <chrono>
#include <latch>
#include <set>
#include <thread>

#include "channel.h"
#include "labels.h"
#include "perturb.h"
#include "racelab/scenario.h"

namespace racelab {
namespace {

using perturb::Plan;
using Clock = std::chrono::steady_clock;

constexpr int kUndisturbedExecutions = 4;
constexpr int kRandomExecutions = 12;
constexpr auto kTimeBudget = std::chrono::milliseconds(600);

// One Explore() call: when to stop, and one execution under a plan.
class Session {
 public:
  explicit Session(const std::function<void()>& body)
      : body_(body), deadline_(Clock::now() + kTimeBudget) {}

  // False when the search is over.
  bool Execute(const Plan& plan) {
    if (executions_ > 0 && Clock::now() > deadline_) return false;
    ++executions_;
    channel::Alive();
    perturb::Begin(plan);
    body_();
    for (int thread = 0; thread < perturb::kMaxThreads; ++thread) {
      if (perturb::SyncPoints(thread) > 0) callers_.insert(thread);
    }
    pause_taken_ = perturb::PauseTaken();
    perturb::Begin({.mode = Plan::Mode::kOff});
    return !testing::Test::HasFailure();
  }

  // Whether the thread made a synchronization call in any execution so far.
  bool MakesCalls(int thread) const { return callers_.contains(thread); }

  // Whether the last execution paused where its plan said.
  bool PauseTaken() const { return pause_taken_; }

 private:
  const std::function<void()>& body_;
  const Clock::time_point deadline_;
  std::set<int> callers_;
  bool pause_taken_ = false;
  int executions_ = 0;
};

// Pauses each thread once before each of its calls: every bug that one preemption at a
// synchronization call can show. How many calls a thread makes depends on who was first, so the
// pauses of a thread go on until it ends before it comes to one.
bool PauseEverywhere(Session& session) {
  for (int thread = 0; thread < perturb::kMaxThreads; ++thread) {
    if (!session.MakesCalls(thread)) continue;
    for (int call = 0;; ++call) {
      if (!session.Execute({.mode = Plan::Mode::kPause, .thread = thread, .sync_point = call})) {
        return false;
      }
      if (!session.PauseTaken()) break;
    }
  }
  return true;
}

// The test whose labels are being collected.
void StartLabelsOfThisTest() {
  static const testing::TestInfo* last = nullptr;
  const testing::TestInfo* const now = testing::UnitTest::GetInstance()->current_test_info();
  if (now != last) labels::Clear();
  last = now;
}

}  // namespace

void Explore(const std::function<void()>& body) {
  StartLabelsOfThisTest();
  Session session(body);
  for (int i = 0; i < kUndisturbedExecutions; ++i) {
    if (!session.Execute({.mode = Plan::Mode::kCount})) return;
  }
  if (!PauseEverywhere(session)) return;
  for (unsigned seed = 1; seed <= kRandomExecutions; ++seed) {
    if (!session.Execute({.mode = Plan::Mode::kRandom, .seed = seed})) return;
  }
}

void Concurrently(std::vector<std::function<void()>> functions) {
  std::latch start_line(static_cast<std::ptrdiff_t>(functions.size()));
  std::vector<std::thread> threads;
  threads.reserve(functions.size());
  for (std::function<void()>& function : functions) {
    const int number = static_cast<int>(threads.size()) + 1;
    threads.emplace_back([&start_line, &function, number] {
      perturb::EnterThread(number);
      start_line.arrive_and_wait();
      perturb::GiveWay(number);
      function();
      perturb::LeaveThread();
    });
  }
  for (std::thread& thread : threads) thread.join();
}

void Concurrently(int threads, const std::function<void(int)>& function) {
  std::vector<std::function<void()>> functions;
  functions.reserve(static_cast<size_t>(threads));
  for (int i = 0; i < threads; ++i) functions.emplace_back([&function, i] { function(i); });
  Concurrently(std::move(functions));
}

}  // namespace racelab
