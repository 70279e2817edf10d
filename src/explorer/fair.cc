#include "fair.h"

#include "dependence.h"

namespace racelab::explorer {
namespace {

constexpr std::int64_t kAloneSteps = 50;
constexpr std::int64_t kTimePassesEvery = 100;

}  // namespace

Fair::Turn& Fair::TurnOf(ThreadId thread) {
  const auto slot = static_cast<std::size_t>(thread);
  if (slot >= turns_.size()) turns_.resize(slot + 1);
  return turns_[slot];
}

// The candidate whose thread ran longest ago, or -1.
int Fair::LongestAgo(const SchedulingPoint& point, bool unprompted, bool resting) {
  int best = -1;
  std::int64_t best_step = 0;
  for (std::size_t i = 0; i < point.candidates.size(); ++i) {
    const OpKind kind = point.candidates[i].operation.kind;
    if (unprompted ? kind != OpKind::kTimeout : IsUnprompted(kind)) continue;
    const Turn& turn = TurnOf(point.candidates[i].thread);
    if (!unprompted && turn.rests != resting) continue;
    if (best < 0 || turn.last_step < best_step) {
      best = static_cast<int>(i);
      best_step = turn.last_step;
    }
  }
  return best;
}

int Fair::Pick(const SchedulingPoint& point) {
  int pick = -1;
  if (point.step - time_passed_at_ >= kTimePassesEvery) {
    time_passed_at_ = point.step;
    pick = LongestAgo(point, true, false);
  }
  if (pick < 0 && alone_ >= 0 && point.step < alone_until_) {
    for (std::size_t i = 0; i < point.candidates.size() && pick < 0; ++i) {
      const Candidate& candidate = point.candidates[i];
      if (candidate.thread == alone_ && !IsUnprompted(candidate.operation.kind)) {
        pick = static_cast<int>(i);
      }
    }
  }
  if (pick < 0) alone_ = -1;
  if (pick < 0) pick = LongestAgo(point, false, false);
  if (pick < 0) {
    pick = LongestAgo(point, false, true);
    if (pick >= 0) {
      alone_ = point.candidates[static_cast<std::size_t>(pick)].thread;
      alone_until_ = point.step + kAloneSteps;
    }
  }
  if (pick < 0) pick = LongestAgo(point, true, false);
  if (pick < 0) pick = 0;
  const Candidate& chosen = point.candidates[static_cast<std::size_t>(pick)];
  Turn& turn = TurnOf(chosen.thread);
  turn.last_step = point.step;
  turn.rests = IsGivingWay(chosen.operation.kind) || polite_.contains(chosen.operation.pc);
  if (turn.rests && alone_ == chosen.thread) alone_ = -1;
  return pick;
}

}  // namespace racelab::explorer
