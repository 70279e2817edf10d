#include "run.h"

#include <utility>

#include "crash.h"
#include "modules.h"
#include "panic.h"
#include "polling.h"
#include "program_state.h"

namespace racelab::explorer {

bool g_active = false;
Run g_run;

ExecutionResult Run::Perform(const std::function<void()>& body, Scheduler& scheduler,
                             const RunOptions& options) {
  RACELAB_CHECK(!in_progress());
  body_ = &body;
  Begin(scheduler, options);
  Thread& first = CreateThread(nullptr, nullptr);
  first.started = true;
  first.fiber.Prepare(&BodyMain, &first);
  current_ = &first;
  Fiber::Switch(outside_, first.fiber);
  // Back on the caller's stack: some fiber has called Leave().
  current_ = nullptr;
  scheduler_ = nullptr;
  if (completed_ && !result_.finding.has_value()) CheckEnd();
  result_.threads = thread_count_;
  result_.goes_round = g_polling.goes_round();
  result_.repetitions.swap(g_polling.repetitions());
  return std::move(result_);
}

void Run::Begin(Scheduler& scheduler, const RunOptions& options) {
  result_ = ExecutionResult();
  scheduler_ = &scheduler;
  options_ = &options;
  thread_count_ = 0;
  alive_ = 0;
  now_ns_ = 0;
  fail_soon_ = false;
  probed_ = -1;
  completed_ = false;
  awaited_bytes_ = 0;
  at_exit_.clear();
  outside_.AdoptCaller();
  g_polling.Reset(options.alone);
  RestoreProgramState(options);
}

void Run::CheckEnd() {
  // In the order in which a reader would want to know.
  for (int i = 0; i < thread_count_ && !result_.finding.has_value(); ++i) {
    Thread& thread = *threads_[i];
    if (i != 0 && !thread.joined && !thread.detached) {
      result_.finding =
          RawFinding{"resource-leak",
                     "thread " + std::to_string(i) + " was neither joined nor detached",
                     {Involve(i, "was never joined", 0)}};
    }
  }
  if (!result_.finding.has_value()) result_.finding = FindLeftovers();
}

Thread& Run::CreateThread(void* (*start)(void*), void* argument) {
  if (thread_count_ == kMaxThreads) {
    Unsupported("more than " + std::to_string(kMaxThreads) + " threads in one execution", 0);
  }
  const int id = thread_count_;
  if (id == static_cast<int>(threads_.size())) {
    threads_.push_back(std::make_unique<Thread>());
    threads_.back()->id = id;
    threads_.back()->fiber.Create(id);
    TouchThreadStorage(threads_.back()->fiber, id);
  }
  ++thread_count_;
  ++alive_;
  Thread& thread = *threads_[id];
  thread.state = ThreadState::kAlive;
  thread.started = thread.detached = thread.joined = thread.gave_way = false;
  thread.gate = Gate();
  thread.pending = Operation{OpKind::kThreadStart, 0, static_cast<std::uintptr_t>(id) + 1, 0,
                             reinterpret_cast<std::uintptr_t>(start)};
  thread.start = start;
  thread.argument = argument;
  thread.result = nullptr;
  thread.spurious_wakes = thread.uncounted = thread.ignore_accesses = 0;
  thread.clock_looks = thread.lasting = thread.spins = 0;
  thread.spin_step = -1;
  thread.locks.clear();
  thread.at_exit.clear();
  thread.cleanups.clear();
  thread.specific.clear();
  thread.pending_stack.clear();
  thread.acquirable.Clear();
  thread.fenced.Clear();
  thread.clock.Clear();
  if (id != 0) {
    thread.clock.Join(current_->clock);
    current_->Tick();
  }
  thread.Tick();
  ResetThreadStorage(id);
  thread.fiber.Prepare(&ThreadMain, &thread);
  return thread;
}

Thread* Run::FindThread(pthread_t handle) {
  for (int i = 0; i < thread_count_; ++i) {
    if (threads_[i]->fiber.handle() == handle) return threads_[i].get();
  }
  return nullptr;
}

void Run::ThreadMain(void* self) {
  Thread& thread = *static_cast<Thread*>(self);
  g_active = true;
  void* result = thread.start(thread.argument);
  RunThreadExitHandlers();
  g_active = false;
  g_run.FinishThread(result);
}

void Run::BodyMain(void*) {
  g_active = true;
  (*g_run.body_)();
  RunThreadExitHandlers();
  RunExitHandlers();
  g_active = false;
  g_run.FinishProgram(0);
}

void Run::FinishThread(void* result) {
  Thread& thread = *current_;
  thread.state = ThreadState::kFinished;
  thread.result = result;
  --alive_;
  const Candidate& next = Choose(nullptr);
  SwitchTo(*threads_[next.thread], thread);
  Panic("a finished thread was resumed");
}

void Run::FinishProgram(std::uintptr_t pc) {
  // The others may still run on before the process is gone.
  if (alive_ > 1) Point(Operation{OpKind::kThreadExit, 0, 1, 0, pc});
  current_->state = ThreadState::kFinished;
  completed_ = true;
  Leave();
}

void Run::ExitProgram(int status, std::uintptr_t pc) {
  if (alive_ > 1) {
    const std::uintptr_t self = static_cast<std::uintptr_t>(current_->id) + 1;
    Point(Operation{OpKind::kThreadExit, 0, self, 0, pc});
  }
  if (status != 0) {
    Fail("wrong-value", "the program ended itself with status " + std::to_string(status), 0, pc);
  }
  Leave();
}

void Run::FinishMainThread(void* result) {
  Thread& self = *current_;
  Gate gate;
  gate.open = [](const Thread&) { return g_run.alive_ == 1; };
  PointWhen(Operation{OpKind::kThreadExit, 0, 1, 0, 0}, gate);
  self.result = result;
  self.state = ThreadState::kFinished;
  completed_ = true;
  Leave();
}

void Run::Leave() {
  g_active = false;
  Fiber::Switch(current_->fiber, outside_);
  Panic("an ended execution was resumed");
}

void Run::CollectCandidates() {
  candidates_.clear();
  only_spurious_ = true;
  for (int i = 0; i < thread_count_; ++i) {
    if (threads_[i]->state == ThreadState::kAlive) AddCandidates(*threads_[i]);
  }
}

void Run::AddCandidates(Thread& thread) {
  const Gate& gate = thread.gate;
  if (gate.open == nullptr || gate.open(thread)) {
    candidates_.push_back(Candidate{thread.id, thread.pending});
    only_spurious_ = false;
    if (gate.open == nullptr) return;
  }
  if (!gate.can_time_out && !gate.can_wake_spuriously) return;
  if (gate.may_leave != nullptr && !gate.may_leave(thread)) return;
  Candidate other{thread.id, thread.pending};
  if (gate.can_time_out) {
    other.operation.kind = OpKind::kTimeout;
    candidates_.push_back(other);
    only_spurious_ = false;
  }
  if (gate.can_wake_spuriously && thread.spurious_wakes == 0) {
    other.operation.kind = OpKind::kSpurious;
    candidates_.push_back(other);
  }
}

const Candidate& Run::Choose(const Operation* own) {
  Thread& self = *current_;
  CompleteWrite();
  if (probed_ >= 0) {
    if (const Candidate* probed = Probe(own)) return *probed;
  }
  if (fail_soon_) Leave();
  CollectCandidates();
  if (only_spurious_) {
    Stuck();
    // Only a probed thread comes back here, about to look again.
    candidates_.assign(1, Candidate{self.id, self.pending});
    return candidates_.front();
  }
  if (result_.steps >= options_->steps_max) {
    result_.step_limit_reached = true;
    Leave();
  }
  SchedulingPoint point;
  point.candidates = candidates_;
  point.previous = self.id;
  point.previous_runs_on =
      own != nullptr && !self.gave_way && (self.gate.open == nullptr || self.gate.open(self));
  point.step = result_.steps;
  choosing_ = true;
  const int index = scheduler_->Pick(point);
  choosing_ = false;
  if (index < 0) {
    result_.abandoned = true;
    Leave();
  }
  RACELAB_CHECK(index < static_cast<int>(candidates_.size()));
  ++result_.steps;
  ++progress_;
  const Candidate& chosen = candidates_[static_cast<std::size_t>(index)];
  Thread& next = *threads_[chosen.thread];
  next.outcome = Outcome::kProceed;
  if (chosen.operation.kind == OpKind::kTimeout) next.outcome = Outcome::kTimeout;
  if (chosen.operation.kind == OpKind::kSpurious) {
    next.outcome = Outcome::kSpurious;
    ++next.spurious_wakes;
  }
  if (options_->record) RecordStep(chosen);
  return chosen;
}

Outcome Run::ReachPoint(const Operation& operation) {
  Thread& self = *current_;
  // What GoogleTest does to record a failure is not the program's doing: no choice is made there.
  if (g_modules.IsJudge(operation.pc) && (self.gate.open == nullptr || self.gate.open(self))) {
    return Outcome::kProceed;
  }
  const bool watched = g_polling.forbidden() && !probing();
  if (watched) g_polling.Arrive(self, operation);
  self.pending = operation;
  self.gave_way = operation.kind == OpKind::kYield || operation.kind == OpKind::kSleep;
  self.uncounted = 0;
  if (options_->record) self.pending_stack = CaptureStack(operation.pc);
  const Candidate& chosen = Choose(&operation);
  if (chosen.thread != self.id) SwitchTo(*threads_[chosen.thread], self);
  if (watched) g_polling.Begin(self, operation);
  return self.outcome;
}

void Run::SwitchTo(Thread& next, Thread& from) {
  current_ = &next;
  next.started = true;
  Fiber::Switch(from.fiber, next.fiber);
}

void Run::RecordStep(const Candidate& candidate) {
  const Thread& thread = *threads_[candidate.thread];
  Step step;
  step.thread = candidate.thread;
  step.operation = candidate.operation;
  step.locks = thread.locks;
  step.stack = thread.pending_stack;
  result_.trace.push_back(std::move(step));
}

void Run::RecordValues(std::uint64_t before, std::uint64_t after) {
  if (probed_ >= 0) {
    if (before != after) GotFurther();
    return;
  }
  if (g_polling.forbidden()) {
    g_polling.Saw(*current_, before);
    g_polling.Saw(*current_, after);
  }
  if (!options_->record || result_.trace.empty()) return;
  Step& step = result_.trace.back();
  step.has_values = true;
  step.value_before = before;
  step.value_after = after;
}

void Run::AwaitWrite(std::uintptr_t address, std::size_t size_bytes) {
  awaited_address_ = address;
  awaited_bytes_ = size_bytes;
}

void Run::CompleteWrite() {
  if (awaited_bytes_ == 0 || result_.trace.empty()) return;
  std::uint64_t& value = result_.trace.back().value_after;
  value = 0;
  __builtin_memcpy(&value, reinterpret_cast<void*>(awaited_address_), awaited_bytes_);
  awaited_bytes_ = 0;
}

void Run::RecordOutcome(bool succeeded) {
  if (g_polling.forbidden() && !probing()) g_polling.Saw(*current_, succeeded ? 1 : 0);
  if (options_->record && !result_.trace.empty() && probed_ < 0) {
    result_.trace.back().succeeded = succeeded;
  }
}

void Run::Fail(RawFinding finding) {
  g_active = false;
  if (!result_.finding.has_value()) result_.finding = std::move(finding);
  Leave();
}

void Run::Fail(const char* kind, std::string message, std::uintptr_t object, std::uintptr_t pc) {
  g_active = false;
  Involvement involved = Involve(current_->id, message, object, pc);
  Fail(RawFinding{kind, std::move(message), {std::move(involved)}});
}

void Run::FailSoon(RawFinding finding) {
  if (!result_.finding.has_value()) result_.finding = std::move(finding);
  fail_soon_ = true;
}

void Run::Unsupported(const std::string& what, std::uintptr_t pc) {
  g_active = false;
  Fail("unsupported", what, 0, pc);
}

void Run::Reached(std::string label) {
  for (const std::string& known : result_.reached) {
    if (known == label) return;
  }
  result_.reached.push_back(std::move(label));
}

}  // namespace racelab::explorer
