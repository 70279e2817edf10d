#include "strategy.h"

#include <algorithm>

#include "dependence.h"

namespace racelab::explorer {
namespace {

// Of the choices with both sorts of candidates, one in this many goes to a timeout or a spurious
// wakeup: enough to meet them, too few to drown everything else.
constexpr std::uint64_t kUnpromptedOneIn = 8;

// Priorities above this are drawn at random; those below belong to lowered threads.
constexpr std::uint64_t kLowered = std::uint64_t{1} << 32;

int DepthOf(StrategyKind kind) {
  switch (kind) {
    case StrategyKind::kPct2:
      return 2;
    case StrategyKind::kPct3:
      return 3;
    case StrategyKind::kPct4:
      return 4;
    default:
      return 0;
  }
}

}  // namespace

const char* NameOf(StrategyKind kind) {
  switch (kind) {
    case StrategyKind::kUniform:
      return "uniform";
    case StrategyKind::kPct2:
      return "pct2";
    case StrategyKind::kPct3:
      return "pct3";
    case StrategyKind::kPct4:
      return "pct4";
    case StrategyKind::kPos:
      return "pos";
  }
  return "";
}

std::uint64_t Random::Next() {
  state_ += 0x9e3779b97f4a7c15u;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

void Strategy::Begin(StrategyKind kind, std::uint64_t seed, std::int64_t steps_expected) {
  kind_ = kind;
  random_ = Random(seed * 8 + static_cast<std::uint64_t>(kind));
  turns_.Reset();
  ranks_.clear();
  lowest_ = kLowered;
  change_at_.clear();
  const auto range = static_cast<std::uint64_t>(std::max<std::int64_t>(steps_expected, 1));
  for (int i = 1; i < DepthOf(kind); ++i) {
    change_at_.push_back(static_cast<std::int64_t>(random_.Below(range)));
  }
}

Strategy::Rank& Strategy::RankOf(ThreadId thread) {
  const auto slot = static_cast<std::size_t>(thread);
  if (slot >= ranks_.size()) ranks_.resize(slot + 1);
  Rank& rank = ranks_[slot];
  if (!rank.drawn) {
    rank.drawn = true;
    rank.priority = kLowered + (random_.Next() >> 1);
  }
  return rank;
}

bool Strategy::MayPick(const SchedulingPoint& point, std::size_t i) const {
  return prices_[i] < kForbidden &&
         (unprompted_ || !IsUnprompted(point.candidates[i].operation.kind));
}

int Strategy::PickUniform(const SchedulingPoint& point) {
  std::uint64_t allowed = 0;
  for (std::size_t i = 0; i < prices_.size(); ++i) allowed += MayPick(point, i) ? 1 : 0;
  if (allowed == 0) return Cheapest(point, prices_);
  std::uint64_t skip = random_.Below(allowed);
  for (std::size_t i = 0; i < prices_.size(); ++i) {
    if (MayPick(point, i) && skip-- == 0) return static_cast<int>(i);
  }
  return 0;
}

int Strategy::PickHighest(const SchedulingPoint& point) {
  int best = -1;
  std::uint64_t best_priority = 0;
  for (std::size_t i = 0; i < prices_.size(); ++i) {
    // Drawn for every thread, so that a choice here does not shift the draws of others.
    const std::uint64_t priority = RankOf(point.candidates[i].thread).priority;
    if (!MayPick(point, i)) continue;
    if (best < 0 || priority > best_priority) {
      best = static_cast<int>(i);
      best_priority = priority;
    }
  }
  return best < 0 ? Cheapest(point, prices_) : best;
}

// PCT: at a change point, and when it gave way, the running thread becomes the least important one.
void Strategy::LowerPriorities(const SchedulingPoint& point) {
  const bool change =
      std::find(change_at_.begin(), change_at_.end(), point.step) != change_at_.end();
  if (point.step == 0 || point.previous < 0) return;
  if (change || !point.previous_runs_on) {
    const bool gave_way =
        std::any_of(point.candidates.begin(), point.candidates.end(),
                    [&](const Candidate& candidate) { return candidate.thread == point.previous; });
    if (change || gave_way) RankOf(point.previous).priority = --lowest_;
  }
}

void Strategy::DrawAgain(const Candidate& chosen) {
  for (Rank& rank : ranks_) {
    if (rank.drawn && Dependent(rank.pending, chosen.operation)) rank.drawn = false;
  }
  RankOf(chosen.thread).drawn = false;
}

int Strategy::Pick(const SchedulingPoint& point) {
  turns_.Price(point, prices_);
  const auto prompt = std::count_if(
      point.candidates.begin(), point.candidates.end(),
      [](const Candidate& candidate) { return !IsUnprompted(candidate.operation.kind); });
  unprompted_ = prompt == 0;
  if (prompt != 0 && static_cast<std::size_t>(prompt) != point.candidates.size()) {
    unprompted_ = random_.Below(kUnpromptedOneIn) == 0;
  }
  int pick = 0;
  if (kind_ == StrategyKind::kUniform) {
    pick = PickUniform(point);
  } else {
    if (kind_ == StrategyKind::kPos) {
      for (const Candidate& c : point.candidates) RankOf(c.thread).pending = c.operation;
    } else {
      LowerPriorities(point);
    }
    pick = PickHighest(point);
  }
  const Candidate& chosen = point.candidates[static_cast<std::size_t>(pick)];
  if (kind_ == StrategyKind::kPos) DrawAgain(chosen);
  turns_.Chosen(chosen);
  return pick;
}

}  // namespace racelab::explorer
