#include "toy_program.h"

#include <algorithm>

namespace racelab::explorer {
namespace {

// Objects of different sorts live in different places.
std::uintptr_t Memory(int object) { return 0x1000 + 8 * static_cast<std::uintptr_t>(object); }
std::uintptr_t Mutex(int object) { return 0x2000 + 40 * static_cast<std::uintptr_t>(object); }
std::uintptr_t Condition(int object) { return 0x3000 + 48 * static_cast<std::uintptr_t>(object); }

OpKind KindOf(Toy op) {
  switch (op) {
    case Toy::kLoad:
      return OpKind::kAtomicLoad;
    case Toy::kStore:
      return OpKind::kAtomicStore;
    case Toy::kAdd:
      return OpKind::kAtomicRmw;
    case Toy::kLock:
      return OpKind::kLock;
    case Toy::kTryLock:
      return OpKind::kTryLock;
    case Toy::kUnlock:
      return OpKind::kUnlock;
    case Toy::kWait:
    case Toy::kTimedWait:
      return OpKind::kWait;
    case Toy::kNotifyOne:
      return OpKind::kNotifyOne;
    case Toy::kNotifyAll:
      return OpKind::kNotifyAll;
    case Toy::kYield:
      return OpKind::kYield;
    default:
      return OpKind::kMark;
  }
}

Operation OperationOf(const ToyInstruction& instruction, std::uintptr_t pc) {
  Operation operation;
  operation.kind = KindOf(instruction.op);
  operation.pc = pc;
  switch (instruction.op) {
    case Toy::kLoad:
    case Toy::kStore:
    case Toy::kAdd:
      operation.object = Memory(instruction.object);
      operation.size_bytes = 8;
      break;
    case Toy::kMark:
      operation.object = Memory(instruction.object);
      break;
    case Toy::kLock:
    case Toy::kTryLock:
    case Toy::kUnlock:
      operation.object = Mutex(instruction.object);
      break;
    case Toy::kWait:
    case Toy::kTimedWait:
      operation.object = Condition(instruction.object);
      operation.mutex = Mutex(instruction.value);
      break;
    case Toy::kNotifyOne:
    case Toy::kNotifyAll:
      operation.object = Condition(instruction.object);
      break;
    default:
      break;
  }
  return operation;
}

}  // namespace

void ToyProgram::Reset() {
  state_.assign(threads_.size(), Thread());
  std::fill(std::begin(memory_), std::end(memory_), 0);
  std::fill(std::begin(owner_), std::end(owner_), -1);
  outcome_.clear();
  gave_way_ = false;
  ++executions_;
}

void ToyProgram::RunLocal(ThreadId id, ExecutionResult& result) {
  Thread& thread = state_[static_cast<std::size_t>(id)];
  const ToyThread& code = threads_[static_cast<std::size_t>(id)];
  while (thread.at < code.size()) {
    const ToyInstruction& instruction = code[thread.at];
    if (instruction.op == Toy::kJumpIfEqual) {
      const int step = thread.reg == instruction.value ? instruction.offset : 1;
      thread.at = static_cast<std::size_t>(static_cast<int>(thread.at) + step);
    } else if (instruction.op == Toy::kFailIf) {
      if (thread.reg == instruction.value) {
        result.finding = RawFinding{"wrong-value", "register is " + std::to_string(thread.reg), {}};
      }
      ++thread.at;
    } else {
      return;
    }
  }
}

void ToyProgram::Offer(ThreadId id, std::vector<Candidate>& candidates) const {
  const Thread& thread = state_[static_cast<std::size_t>(id)];
  const ToyThread& code = threads_[static_cast<std::size_t>(id)];
  if (thread.at >= code.size()) return;
  Operation operation =
      OperationOf(code[thread.at], 0x100 * static_cast<std::uintptr_t>(id + 1) + thread.at);
  if (thread.waits_on >= 0) {
    if (owner_[thread.retakes] >= 0) return;
    if (thread.notified) {
      operation.kind = OpKind::kWake;
    } else if (thread.timed) {
      operation.kind = OpKind::kTimeout;
    } else {
      return;
    }
  } else if (operation.kind == OpKind::kLock && owner_[code[thread.at].object] >= 0) {
    return;
  }
  candidates.push_back({id, operation});
}

void ToyProgram::Perform(const Candidate& candidate, ExecutionResult& result) {
  Thread& thread = state_[static_cast<std::size_t>(candidate.thread)];
  const ToyInstruction& in = threads_[static_cast<std::size_t>(candidate.thread)][thread.at];
  gave_way_ = in.op == Toy::kYield;
  const bool leaves_wait = thread.waits_on >= 0;
  if (leaves_wait) {
    owner_[thread.retakes] = candidate.thread;
    thread.waits_on = -1;
    thread.reg = thread.notified ? 1 : 0;
    thread.notified = false;
    ++thread.at;
    return;
  }
  switch (in.op) {
    case Toy::kLoad:
      thread.reg = memory_[in.object];
      break;
    case Toy::kStore:
      memory_[in.object] = thread.reg + in.value;
      break;
    case Toy::kAdd:
      memory_[in.object] += in.value;
      break;
    case Toy::kLock:
      owner_[in.object] = candidate.thread;
      break;
    case Toy::kUnlock:
      owner_[in.object] = -1;
      break;
    case Toy::kTryLock:
      if (owner_[in.object] >= 0) {
        thread.at += static_cast<std::size_t>(in.value);
      } else {
        owner_[in.object] = candidate.thread;
      }
      break;
    case Toy::kWait:
    case Toy::kTimedWait:
      thread.waits_on = in.object;
      thread.retakes = in.value;
      thread.timed = in.op == Toy::kTimedWait;
      owner_[in.value] = -1;
      return;  // the instruction ends when the wait does
    case Toy::kNotifyOne:
    case Toy::kNotifyAll:
      for (Thread& waiter : state_) {
        if (waiter.waits_on != in.object || waiter.notified) continue;
        waiter.notified = true;
        if (in.op == Toy::kNotifyOne) break;
      }
      break;
    case Toy::kMark:
      result.reached.push_back("L" + std::to_string(in.object));
      break;
    default:
      break;
  }
  ++thread.at;
}

std::string ToyProgram::Describe() const {
  std::string text;
  for (int value : memory_) text += std::to_string(value) + " ";
  for (const Thread& thread : state_) text += "r" + std::to_string(thread.reg);
  return text;
}

ExecutionResult ToyProgram::Run(Scheduler& scheduler, const RunOptions& options) {
  Reset();
  ExecutionResult result;
  result.threads = static_cast<int>(threads_.size());
  ThreadId previous = -1;
  std::vector<Candidate> candidates;
  while (true) {
    candidates.clear();
    for (ThreadId id = 0; id < result.threads; ++id) RunLocal(id, result);
    if (result.finding) return result;
    for (ThreadId id = 0; id < result.threads; ++id) Offer(id, candidates);
    if (candidates.empty()) break;
    if (result.steps == options.steps_max) {
      result.step_limit_reached = true;
      return result;
    }
    SchedulingPoint point{candidates, previous, false, result.steps};
    for (const Candidate& candidate : candidates) {
      const bool unprompted = candidate.operation.kind == OpKind::kTimeout;
      if (candidate.thread == previous && !gave_way_ && !unprompted) point.previous_runs_on = true;
    }
    const int pick = scheduler.Pick(point);
    if (pick < 0) {
      result.abandoned = true;
      return result;
    }
    const Candidate chosen = candidates[static_cast<std::size_t>(pick)];
    if (options.record)
      result.trace.push_back({chosen.thread, chosen.operation, {}, 0, 0, true, {}, {}});
    Perform(chosen, result);
    previous = chosen.thread;
    ++result.steps;
  }
  const bool done = [&] {
    for (std::size_t i = 0; i < threads_.size(); ++i) {
      if (state_[i].at < threads_[i].size()) return false;
    }
    return true;
  }();
  outcome_ = done ? Describe() : "deadlock";
  if (!done) result.finding = RawFinding{"deadlock", "all threads wait", {}};
  return result;
}

}  // namespace racelab::explorer
