#include "story.h"

#include <algorithm>
#include <set>

#include "dependence.h"

namespace racelab::explorer {
namespace {

// A longer execution is told by its beginning and its end.
constexpr std::size_t kRowsMax = 60;

// The value as a person expects it: signed, of its own width, and no addresses.
std::string ValueText(std::uint64_t value, int size_bytes) {
  std::int64_t as_signed = static_cast<std::int64_t>(value);
  if (size_bytes > 0 && size_bytes < 8) {
    const int unused = 64 - 8 * size_bytes;
    as_signed = static_cast<std::int64_t>(value << unused) >> unused;
  }
  const bool looks_like_address = size_bytes == 8 && value >= 0x10000000 && value < (1ull << 47);
  return looks_like_address ? "a pointer" : std::to_string(as_signed);
}

// What sort of object the runtime's words are about.
OpKind KindIn(const std::string& did) {
  const auto has = [&](const char* word) { return did.find(word) != std::string::npos; };
  if (has("notification")) return OpKind::kWait;
  if (has("semaphore")) return OpKind::kSemaphoreWait;
  if (has("barrier")) return OpKind::kBarrierWait;
  if (has("initialization")) return OpKind::kOnce;
  if (did.starts_with("read") || did.starts_with("wrote")) return OpKind::kPlainRead;
  return has("mutex") || has("lock") ? OpKind::kLock : OpKind::kAtomicRmw;
}

class Teller {
 public:
  Teller(const Witness& witness, Symbolizer& symbolizer)
      : witness_(witness), symbolizer_(symbolizer), names_(symbolizer) {}

  Story Run() {
    story_.kind = witness_.finding.kind;
    story_.message = WithMainNamed(witness_.finding.message);
    story_.preemptions = witness_.preemptions;
    TellSteps();
    for (const Involvement& involvement : witness_.finding.involved) TellInvolvement(involvement);
    return std::move(story_);
  }

 private:
  void TellSteps();
  void TellStep(std::size_t i);
  void TellInvolvement(const Involvement& involvement);
  void Place(StoryRow& row, const std::vector<std::uintptr_t>& stack, std::uintptr_t pc);
  std::string TextOf(const Step& step);
  bool IsOfTheHarness(const Step& step);
  std::vector<std::uintptr_t> OwnLocks(const std::vector<std::uintptr_t>& locks) const;
  std::string AccessText(const Step& step);

  const Witness& witness_;
  Symbolizer& symbolizer_;
  ObjectNames names_;
  std::set<std::uintptr_t> harness_objects_;  // that only GoogleTest acted on
  std::set<std::uintptr_t> touched_;          // variables that a step told has accessed
  Story story_;
};

// The innermost line that is the program's own.
void Teller::Place(StoryRow& row, const std::vector<std::uintptr_t>& stack, std::uintptr_t pc) {
  const std::vector<std::uintptr_t> only_pc = {pc};
  const std::vector<Frame> frames = symbolizer_.OwnFrames(stack.empty() ? only_pc : stack);
  if (frames.empty() || frames.front().library) return;
  row.file = frames.front().file;
  row.line = frames.front().line;
  row.source = symbolizer_.SourceLine(row.file, row.line);
}

std::string Teller::AccessText(const Step& step) {
  const Operation& op = step.operation;
  const std::string name = names_.Short(op.object, op.kind);
  // What was there before a variable's first write is of no interest, and may be anything.
  const bool first = touched_.insert(op.object).second && !symbolizer_.Variable(op.object);
  const std::string before = ValueText(step.value_before, op.size_bytes);
  const std::string after = ValueText(step.value_after, op.size_bytes);
  const bool reads = op.kind == OpKind::kAtomicLoad || op.kind == OpKind::kPlainRead;
  const bool writes = op.kind == OpKind::kAtomicStore || op.kind == OpKind::kPlainWrite;
  if (!step.has_values) return (reads ? "reads " : writes ? "writes " : "changes ") + name;
  if (reads) return "reads " + name + ": " + before;
  if (!step.succeeded) return "finds " + name + " to be " + before + ": no change";
  if (writes && first) return "writes " + name + ": " + after;
  if (writes) return "writes " + name + ": " + before + " → " + after;
  return "changes " + name + ": " + before + " → " + after;
}

std::string Teller::TextOf(const Step& step) {
  const Operation& op = step.operation;
  const auto name = [&] { return names_.Short(op.object, op.kind); };
  const auto target = [&] { return ThreadName(static_cast<ThreadId>(op.object) - 1); };
  const char* const failed = ", in vain";
  switch (op.kind) {
    case OpKind::kThreadStart:
      return "begins";
    case OpKind::kThreadCreate:
      return "starts " + target();
    case OpKind::kThreadJoin:
      return "joins " + target();
    case OpKind::kThreadDetach:
      return "detaches " + target();
    case OpKind::kThreadExit:
      return "ends";
    case OpKind::kLock:
      return "locks " + name() + (step.succeeded ? "" : failed);
    case OpKind::kTryLock:
      return "tries to lock " + name() + (step.succeeded ? ": has it" : failed);
    case OpKind::kLockShared:
      return "locks " + name() + " to read";
    case OpKind::kTryLockShared:
      return "tries to lock " + name() + " to read" + (step.succeeded ? ": has it" : failed);
    case OpKind::kUnlock:
    case OpKind::kUnlockShared:
      return "unlocks " + name();
    case OpKind::kWait: {
      if (op.mutex == 0) return "waits for " + name();
      return "waits for " + name() + ", releases " + names_.Short(op.mutex, OpKind::kLock);
    }
    case OpKind::kWake:
      return op.object == 0 ? "goes on" : "is woken from " + name();
    case OpKind::kTimeout:
      return op.object == 0 ? "has slept" : "times out on " + name();
    case OpKind::kSpurious:
      return "wakes from " + name() + " for no reason";
    case OpKind::kNotifyOne:
      return "notifies one waiter of " + name();
    case OpKind::kNotifyAll:
      return "notifies all waiters of " + name();
    case OpKind::kSemaphoreWait:
      return "acquires " + name() + (step.succeeded ? "" : failed);
    case OpKind::kSemaphorePost:
      return "releases " + name();
    case OpKind::kBarrierWait:
      return "arrives at " + name();
    case OpKind::kOnce:
      return "enters " + name();
    case OpKind::kFutexWait:
      return "sleeps until " + name() + " changes";
    case OpKind::kFutexWake:
      return "wakes sleepers of " + name();
    case OpKind::kFence:
      return "memory fence";
    case OpKind::kSleep:
      return "sleeps";
    case OpKind::kYield:
      return "yields";
    case OpKind::kDestroy:
      return "destroys " + name();
    case OpKind::kMark:
      return "gets to a label";
    default:
      return AccessText(step);
  }
}

// What GoogleTest does to report a failed expectation is no part of the story.
bool Teller::IsOfTheHarness(const Step& step) {
  for (const std::uintptr_t address : step.stack) {
    for (const Frame& frame : symbolizer_.Frames(address)) {
      if (frame.file.find("/include/c++/") != std::string::npos) continue;
      return frame.file.find("gtest") != std::string::npos ||
             frame.file.find("googletest") != std::string::npos ||
             frame.function.starts_with("testing::");
    }
  }
  return false;
}

std::vector<std::uintptr_t> Teller::OwnLocks(const std::vector<std::uintptr_t>& locks) const {
  std::vector<std::uintptr_t> own;
  for (const std::uintptr_t lock : locks) {
    if (!harness_objects_.contains(lock)) own.push_back(lock);
  }
  return own;
}

void Teller::TellStep(std::size_t i) {
  const Step& step = witness_.trace[i];
  if (IsOfTheHarness(step)) {
    if (step.operation.object != 0) harness_objects_.insert(step.operation.object);
    return;
  }
  StoryRow row;
  row.thread = step.thread;
  Place(row, step.stack, step.operation.pc);
  row.text = TextOf(step);
  for (const std::uintptr_t lock : OwnLocks(step.locks))
    row.held.push_back(names_.Short(lock, OpKind::kLock));
  row.preempts = std::binary_search(witness_.preempted_at.begin(), witness_.preempted_at.end(),
                                    static_cast<std::int64_t>(i));
  story_.rows.push_back(std::move(row));
}

void Teller::TellSteps() {
  const std::size_t count = witness_.trace.size();
  const std::size_t skip_from = count > kRowsMax ? kRowsMax / 2 : count;
  const std::size_t skip_to = count > kRowsMax ? count - kRowsMax / 2 : count;
  for (std::size_t i = 0; i < skip_from; ++i) TellStep(i);
  if (skip_from < skip_to) {
    StoryRow gap;
    gap.left_out = static_cast<std::int64_t>(skip_to - skip_from);
    story_.rows.push_back(std::move(gap));
  }
  for (std::size_t i = skip_to; i < count; ++i) TellStep(i);
}

void Teller::TellInvolvement(const Involvement& involvement) {
  StoryThread thread;
  thread.thread = involvement.thread;
  const bool tells_all = involvement.did == witness_.finding.message;
  thread.did = tells_all ? "sees it here" : WithMainNamed(involvement.did);
  // A thread is named in the text already.
  if (involvement.object != 0 && thread.did.find("the end of") == std::string::npos) {
    const OpKind kind = KindIn(involvement.did);
    const std::string name = names_.Long(involvement.object, kind);
    thread.did += kind == OpKind::kPlainRead ? " of " + name : " (" + name + ")";
  }
  for (const std::uintptr_t lock : OwnLocks(involvement.locks)) {
    thread.locks.push_back(names_.LongLock(lock));
  }
  thread.stack = symbolizer_.OwnFrames(involvement.stack);
  StoryRow row;
  row.thread = involvement.thread;
  row.defect = true;
  Place(row, involvement.stack, 0);
  row.text = thread.did;
  for (const std::uintptr_t lock : OwnLocks(involvement.locks)) {
    row.held.push_back(names_.Short(lock, OpKind::kLock));
  }
  story_.involved.push_back(std::move(thread));
  story_.rows.push_back(std::move(row));
}

}  // namespace

Story Tell(const Witness& witness, Symbolizer& symbolizer) {
  return Teller(witness, symbolizer).Run();
}

}  // namespace racelab::explorer
