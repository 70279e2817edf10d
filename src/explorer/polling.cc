#include "polling.h"

#include <algorithm>

#include "accesses.h"
#include "heap.h"
#include "modules.h"
#include "run.h"

namespace racelab::explorer {

Polling g_polling;

namespace {

constexpr std::size_t kRepetitionsMax = 8;  // noted in one execution

void Mix(std::uint64_t& hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9e3779b97f4a7c15u;
  hash ^= hash >> 29;
}

// Says nothing about what the thread sees.
bool IsIdle(OpKind kind) {
  return kind == OpKind::kYield || kind == OpKind::kSleep || kind == OpKind::kFence;
}

// Lets go of something or tells others: no place to look from.
bool IsParting(OpKind kind) {
  return kind == OpKind::kUnlock || kind == OpKind::kUnlockShared || kind == OpKind::kAtomicStore ||
         kind == OpKind::kSemaphorePost;
}

// The thread gets somewhere: what it does next is no repetition.
bool IsProgress(OpKind kind) {
  switch (kind) {
    case OpKind::kThreadStart:
    case OpKind::kThreadCreate:
    case OpKind::kThreadDetach:
    case OpKind::kThreadExit:
    case OpKind::kWait:
    case OpKind::kNotifyOne:
    case OpKind::kNotifyAll:
    case OpKind::kFutexWake:
    case OpKind::kBarrierWait:
    case OpKind::kDestroy:
      return true;
    default:
      return false;
  }
}

bool IsIn(const AddressRange& range, std::uintptr_t begin, std::uintptr_t end) {
  return range.begin <= begin && end <= range.end;
}

// The program is about to access it, and may be wrong to do so.
bool IsProgramMemory(std::uintptr_t address, std::size_t bytes) {
  const std::uintptr_t end = address + bytes;
  if (IsIn({g_heap.begin(), g_heap.end_of_use()}, address, end)) return true;
  if (IsIn({g_persistent_heap.begin(), g_persistent_heap.end_of_use()}, address, end)) return true;
  for (ThreadId id = 0; id < g_run.thread_count(); ++id) {
    const Fiber& fiber = g_run.thread(id).fiber;
    if (fiber.OnStack(address)) return fiber.OnStack(end - 1);
  }
  for (const Module& module : g_modules.all()) {
    for (const AddressRange& range : module.writable) {
      if (IsIn(range, address, end)) return true;
    }
  }
  return false;
}

// "10 ms". A limit that was reckoned from a look at the clock is a little short by now.
std::string TimeText(std::int64_t ns) {
  constexpr std::int64_t kLooksNs = 10'000;
  if (ns > kLooksNs) ns = (ns + kLooksNs - 1) / kLooksNs * kLooksNs;
  const char* unit = "s";
  std::int64_t divisor = 1'000'000'000;
  if (ns < 1'000) {
    unit = "ns", divisor = 1;
  } else if (ns < 1'000'000) {
    unit = "us", divisor = 1'000;
  } else if (ns < divisor) {
    unit = "ms", divisor = 1'000'000;
  }
  std::string text = std::to_string(ns / divisor);
  const std::int64_t hundredths = ns % divisor * 100 / divisor;
  if (hundredths != 0) {
    text += '.';
    text += static_cast<char>('0' + hundredths / 10);
    if (hundredths % 10 != 0) text += static_cast<char>('0' + hundredths % 10);
  }
  return text + " " + unit;
}

}  // namespace

void Polling::Reset(ThreadId alone) {
  forbidden_ = goes_round_ = false;
  alone_ = alone;
  repetitions_.clear();
}

void Polling::Forbid() {
  forbidden_ = g_run.options().forbid_polling;
  histories_.resize(kMaxThreads);
  for (History& history : histories_) history.count = history.matched = history.period = 0;
  for (History& history : histories_) history.is_open = false;
  if (forbidden_) g_access_settings.slow = true;
}

void Polling::Arrive(Thread& self, const Operation& operation) {
  History& history = histories_[static_cast<std::size_t>(self.id)];
  if (history.is_open) Finish(history, self.id);
  const Gate& gate = self.gate;
  const bool waits = gate.open != nullptr && !gate.open(self);
  if (waits && gate.can_time_out) CheckTimeLimit(self, operation);
  if (waits || IsProgress(operation.kind)) {
    history.count = history.matched = history.period = 0;
    return;
  }
  if (self.id != alone_ || IsIdle(operation.kind) || IsParting(operation.kind)) return;
  if (history.matched < kRounds * std::max<std::size_t>(history.period, 1)) return;
  goes_round_ = true;
  g_run.Fail("forbidden", "goes round and round instead of waiting to be woken", operation.object,
             operation.pc);
}

void Polling::Begin(const Thread& self, const Operation& operation) {
  if (IsIdle(operation.kind) || IsProgress(operation.kind)) return;
  History& history = histories_[static_cast<std::size_t>(self.id)];
  Entry& entry = history.At(history.count);
  entry.hash = static_cast<std::uint64_t>(operation.kind);
  Mix(entry.hash, operation.pc);
  Mix(entry.hash, operation.object);
  entry.heap_end = g_heap.end_of_use();
  history.open = operation;
  history.is_open = true;
}

void Polling::Saw(const Thread& self, std::uint64_t value) {
  History& history = histories_[static_cast<std::size_t>(self.id)];
  if (history.is_open) Mix(history.At(history.count).hash, value);
}

void Polling::LookAgain(Thread& self, const Operation& operation, std::uint64_t value) {
  if (g_run.probing()) return;
  self.gate = Gate();
  Arrive(self, operation);
  Begin(self, operation);
  Saw(self, value);
  Saw(self, value);
}

void Polling::Access(const Thread& self, std::uintptr_t address, std::size_t bytes) {
  History& history = histories_[static_cast<std::size_t>(self.id)];
  if (!history.is_open) return;
  std::uintptr_t fresh_from = g_heap.end_of_use();
  if (history.count >= kFreshFor) fresh_from = history.At(history.count - kFreshFor).heap_end;
  const auto is_fresh = [&](std::uintptr_t a) { return g_heap.Contains(a) && a >= fresh_from; };
  if (is_fresh(address)) return;
  constexpr std::size_t kLookedAtBytes = 64;
  std::uint64_t& hash = history.At(history.count).hash;
  Mix(hash, address);
  Mix(hash, bytes);
  bytes = std::min(bytes, kLookedAtBytes);
  if (!IsProgramMemory(address, bytes)) return;
  for (std::size_t at = 0; at < bytes; at += sizeof(std::uint64_t)) {
    std::uint64_t part = 0;
    __builtin_memcpy(&part, reinterpret_cast<void*>(address + at),
                     std::min(bytes - at, sizeof part));
    Mix(hash, is_fresh(part) ? 0 : part);
  }
}

void Polling::CheckSleep(std::int64_t deadline_ns, std::uintptr_t pc) const {
  const std::int64_t ns = deadline_ns - g_run.now_ns();
  if (ns <= 0 || g_modules.WaitsForItself(pc)) return;
  g_run.Fail("forbidden", "sleeps for " + TimeText(ns) + " instead of waiting to be woken", 0, pc);
}

void Polling::CheckTimeLimit(const Thread& self, const Operation& operation) const {
  const std::int64_t ns = self.gate.deadline_ns - g_run.now_ns();
  if (ns <= 0 || self.gate.deadline_ns >= kForeverNs) return;
  if (g_modules.WaitsForItself(operation.pc)) return;
  g_run.Fail("forbidden", "waits for " + TimeText(ns) + " at most instead of waiting to be woken",
             operation.object, operation.pc);
}

void Polling::Finish(History& history, ThreadId thread) {
  history.is_open = false;
  const std::size_t last = history.count++;
  const bool goes_on =
      history.period > 0 && history.At(last - history.period).hash == history.At(last).hash;
  if (goes_on) {
    ++history.matched;
  } else {
    FindPeriod(history);
  }
  if (history.matched == 0 || IsParting(history.open.kind) ||
      repetitions_.size() >= kRepetitionsMax) {
    return;
  }
  const std::uintptr_t pc = history.open.pc;
  const bool known = std::any_of(repetitions_.begin(), repetitions_.end(),
                                 [&](const Repetition& r) { return r.pc == pc; });
  if (!known) repetitions_.push_back({thread, g_run.steps(), pc});
}

// The shortest period in which the last entry is a repetition.
void Polling::FindPeriod(History& history) {
  const std::size_t last = history.count - 1;
  history.period = history.matched = 0;
  for (std::size_t period = 1; period <= std::min(kPeriodMax, last); ++period) {
    if (history.At(last - period).hash != history.At(last).hash) continue;
    history.period = period;
    std::size_t& matched = history.matched;
    while (matched + period <= last && matched + period < kRemembered &&
           history.At(last - matched).hash == history.At(last - matched - period).hash) {
      ++matched;
    }
    return;
  }
}

}  // namespace racelab::explorer
