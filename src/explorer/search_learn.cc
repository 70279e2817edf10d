// The partial-order reduction of DepthFirstSearch: what an execution teaches about its own states.
#include <algorithm>

#include "dependence.h"
#include "search.h"

namespace racelab::explorer {
namespace {

std::uint64_t Bit(std::size_t i) { return std::uint64_t{1} << i; }

void JoinClock(std::vector<int>& clock, const std::vector<int>& other) {
  if (clock.size() < other.size()) clock.resize(other.size(), 0);
  for (std::size_t i = 0; i < other.size(); ++i) clock[i] = std::max(clock[i], other[i]);
}

// The operation is not possible in every state.
bool MayBlock(OpKind kind) {
  switch (kind) {
    case OpKind::kTryLock:
    case OpKind::kTryLockShared:
    case OpKind::kUnlock:
    case OpKind::kUnlockShared:
    case OpKind::kNotifyOne:
    case OpKind::kNotifyAll:
    case OpKind::kSemaphorePost:
    case OpKind::kFutexWake:
    case OpKind::kAtomicLoad:
    case OpKind::kAtomicStore:
    case OpKind::kAtomicRmw:
    case OpKind::kPlainRead:
    case OpKind::kPlainWrite:
    case OpKind::kDestroy:
      return false;
    default:
      return true;
  }
}

bool Covers(const std::vector<int>& clock, ThreadId thread, std::size_t at) {
  const auto slot = static_cast<std::size_t>(thread);
  return slot < clock.size() && clock[slot] > static_cast<int>(at);
}

}  // namespace

// The node that comes directly before `later` in its own thread: the thread's last operation, or
// the one that created it. -1 when there is none.
std::ptrdiff_t DepthFirstSearch::OriginOf(std::size_t later) const {
  const ThreadId thread = nodes_[later].choice().thread;
  const auto slot = static_cast<std::size_t>(thread);
  if (slot < by_thread_.size() && !by_thread_[slot].empty()) {
    return static_cast<std::ptrdiff_t>(by_thread_[slot].back());
  }
  int created = 0;
  for (std::size_t i = 0; i < later; ++i) {
    if (nodes_[i].choice().operation.kind != OpKind::kThreadCreate) continue;
    if (++created == thread) return static_cast<std::ptrdiff_t>(i);
  }
  return -1;
}

// Computes what happens before the operation of node `later`, and which earlier operations it races
// with. A node's clock holds, for each thread, 1 + the index of its last node that happens before.
void DepthFirstSearch::Learn(std::size_t later) {
  Node& node = nodes_[later];
  const ThreadId thread = node.choice().thread;
  before_.clear();
  const std::ptrdiff_t origin = OriginOf(later);
  if (origin >= 0) before_ = nodes_[static_cast<std::size_t>(origin)].clock;
  node.clock = before_;
  LearnPairs(later);
  if (node.clock.size() <= static_cast<std::size_t>(thread)) {
    node.clock.resize(static_cast<std::size_t>(thread) + 1, 0);
  }
  node.clock[static_cast<std::size_t>(thread)] = static_cast<int>(later) + 1;
  LearnUnprompted(later);
}

// From the last to the first, with each earlier operation of another thread that does not happen
// before `later` by its own thread. Of each thread these are the last ones.
void DepthFirstSearch::LearnPairs(std::size_t later) {
  const auto own = static_cast<std::size_t>(nodes_[later].choice().thread);
  left_.clear();
  for (const std::vector<std::size_t>& nodes : by_thread_) left_.push_back(nodes.size());
  for (;;) {
    std::size_t last_slot = own;
    std::size_t last = 0;
    for (std::size_t slot = 0; slot < left_.size(); ++slot) {
      if (slot == own || left_[slot] == 0) continue;
      const std::size_t node = by_thread_[slot][left_[slot] - 1];
      if (Covers(before_, static_cast<ThreadId>(slot), node)) {
        left_[slot] = 0;
      } else if (last_slot == own || node > last) {
        last_slot = slot;
        last = node;
      }
    }
    if (last_slot == own) return;
    --left_[last_slot];
    LearnPair(last, later);
  }
}

// Where an execution was given up, the operations that were about to happen have races too.
void DepthFirstSearch::LearnUnperformed() {
  Node& node = nodes_[size_ - 1];
  for (std::size_t i = 0; i < std::min<std::size_t>(node.candidates.size(), 64); ++i) {
    node.chosen = static_cast<int>(i);
    Learn(size_ - 1);
  }
}

void DepthFirstSearch::LearnPair(std::size_t earlier, std::size_t later) {
  const Candidate& first = nodes_[earlier].choice();
  Node& node = nodes_[later];
  const Candidate& second = node.choice();
  const bool joins =
      second.operation.kind == OpKind::kThreadJoin && first.operation.kind == OpKind::kThreadExit;
  if (!joins && !Dependent(first.operation, second.operation)) return;
  // Through another operation `earlier` precedes `later` in any case: no race of these two. But the
  // release of a lock, between them, does not order two acquisitions.
  const bool ordered =
      Covers(node.clock, first.thread, earlier) && !MayBlock(second.operation.kind);
  if (!ordered && !joins) {
    // An operation that only the earlier one made possible cannot come before it.
    const bool enabled_by_first =
        !PerformableAt(earlier, second) && PerformableAt(earlier + 1, second);
    if (!enabled_by_first) TryBefore(earlier, later);
  }
  JoinClock(node.clock, nodes_[earlier].clock);
}

bool DepthFirstSearch::PerformableAt(std::size_t at, const Candidate& candidate) const {
  const std::vector<Candidate>& candidates = nodes_[at].candidates;
  return std::any_of(candidates.begin(), candidates.end(),
                     [&](const Candidate& other) { return SameChoice(other, candidate); });
}

// The threads that can run first when `later` is to happen before `earlier`: of the operations
// after `earlier` that do not happen after it, those that nothing else among them precedes
// ("initials": Abdulla, Aronis, Jonsson and Sagonas, "Source Sets", JACM 2017). All when it cannot
// be told.
//
// Of each thread only its first operation after `earlier` counts: what follows in the thread comes
// after it, and happens after `earlier` if it does.
DepthFirstSearch::Mask DepthFirstSearch::Initials(std::size_t earlier, std::size_t later,
                                                  std::size_t at) {
  FindFirstMoved(earlier, later);
  Mask initials = 0;
  for (const std::size_t k : moved_) {
    const Candidate& choice = nodes_[k].choice();
    const std::vector<int>& clock = k == later ? before_ : nodes_[k].clock;
    const bool preceded = std::any_of(moved_.begin(), moved_.end(), [&](std::size_t m) {
      return m < k && Covers(clock, nodes_[m].choice().thread, m);
    });
    if (preceded || (k == later && DependsOnMoved(earlier, later))) continue;
    if (!PerformableAt(at, choice)) return ~Mask{0};
    initials |= OfThread(nodes_[at], choice.thread);
  }
  return initials;
}

// Sets moved_: for each thread, its first operation in (earlier, later] that does not happen after
// `earlier`.
void DepthFirstSearch::FindFirstMoved(std::size_t earlier, std::size_t later) {
  moved_.clear();
  const ThreadId first = nodes_[earlier].choice().thread;
  const auto of_later = static_cast<std::size_t>(nodes_[later].choice().thread);
  bool later_is_first = true;
  for (std::size_t slot = 0; slot < by_thread_.size(); ++slot) {
    const std::vector<std::size_t>& nodes = by_thread_[slot];
    const auto k = std::upper_bound(nodes.begin(), nodes.end(), earlier);
    if (k == nodes.end()) continue;
    if (slot == of_later) later_is_first = false;
    if (!Covers(nodes_[*k].clock, first, earlier)) moved_.push_back(*k);
  }
  if (later_is_first) moved_.push_back(later);
}

// Some operation between the two that does not happen after `earlier` must stay before `later`.
bool DepthFirstSearch::DependsOnMoved(std::size_t earlier, std::size_t later) const {
  const ThreadId first = nodes_[earlier].choice().thread;
  const Operation& operation = nodes_[later].choice().operation;
  for (std::size_t k = earlier + 1; k < later; ++k) {
    if (Covers(nodes_[k].clock, first, earlier)) continue;
    if (Dependent(nodes_[k].choice().operation, operation)) return true;
  }
  return false;
}

// Makes `later` happen before `earlier` as well.
void DepthFirstSearch::TryBefore(std::size_t earlier, std::size_t later) {
  const Mask initials = Initials(earlier, later, earlier);
  Node& node = nodes_[earlier];
  if (options_.preemptions_max >= kUnbounded) {
    if ((initials & (node.todo | node.asleep)) == 0) {
      const auto first = static_cast<std::size_t>(__builtin_ctzll(initials));
      node.todo |= OfThread(node, node.candidates[first].thread);
    } else if (initials == ~Mask{0}) {
      node.todo = initials;
    }
    return;
  }
  node.todo |= initials;
  std::size_t turn = earlier;  // where the turn of the earlier thread began
  while (turn > 0 && nodes_[turn - 1].choice().thread == node.choice().thread) --turn;
  if (turn != earlier) nodes_[turn].todo |= Initials(earlier, later, turn);
}

// A timeout or a spurious wakeup need never happen, and what others had still to do when the
// process ends never does. So no later operation would reveal their races.
void DepthFirstSearch::LearnUnprompted(std::size_t at) {
  Node& node = nodes_[at];
  const Candidate& choice = node.choice();
  const bool ends = choice.operation.kind == OpKind::kThreadExit;
  for (std::size_t i = 0; i < std::min<std::size_t>(node.candidates.size(), 64); ++i) {
    const Candidate& other = node.candidates[i];
    if (other.thread == choice.thread) continue;
    if (!ends && !IsUnprompted(other.operation.kind)) continue;
    if (Dependent(other.operation, choice.operation)) node.todo |= Bit(i);
  }
}

}  // namespace racelab::explorer
