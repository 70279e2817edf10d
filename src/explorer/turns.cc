#include "turns.h"

#include <algorithm>
#include <cstddef>

#include "dependence.h"

namespace racelab::explorer {

void Turns::Reset() { *this = Turns(); }

bool Turns::MustGiveWay() const {
  return same_ >= kSameOperationMax || gave_way_ >= kGaveWayMax || run_ >= kRunMax;
}

int Turns::PriceOf(const SchedulingPoint& point, const Candidate& candidate, bool others_prompt,
                   bool must_give_way) const {
  const OpKind kind = candidate.operation.kind;
  if (kind == OpKind::kSpurious) return spurious_ < kSpuriousMax ? 1 : kForbidden;
  if (candidate.thread == point.previous) {
    if (!others_prompt) return 0;
    if (must_give_way) return kForbidden;
    return kind == OpKind::kTimeout ? 1 : 0;
  }
  if (kind == OpKind::kTimeout) return others_prompt || point.previous_runs_on ? 1 : 0;
  return point.previous_runs_on && !must_give_way ? 1 : 0;
}

void Turns::Price(const SchedulingPoint& point, std::vector<int>& prices) const {
  bool previous_prompt = false;
  bool others_prompt = false;  // a thread other than the previous one can run without a timeout
  for (const Candidate& candidate : point.candidates) {
    if (IsUnprompted(candidate.operation.kind)) continue;
    (candidate.thread == point.previous ? previous_prompt : others_prompt) = true;
  }
  const bool must_give_way = others_prompt && MustGiveWay();
  interfered_ |= must_give_way;
  prices.clear();
  bool any = false;
  for (const Candidate& candidate : point.candidates) {
    bool rivals = others_prompt;
    if (IsUnprompted(candidate.operation.kind)) rivals |= previous_prompt;
    prices.push_back(PriceOf(point, candidate, rivals, must_give_way));
    any |= prices.back() < kForbidden;
  }
  // Only spurious wakeups are left and all are spent: the runtime decides what that means.
  if (!any) std::fill(prices.begin(), prices.end(), 1);
}

void Turns::Chosen(const Candidate& candidate) {
  const Operation& operation = candidate.operation;
  if (candidate.thread != running_) {
    running_ = candidate.thread;
    run_ = same_ = gave_way_ = 0;
    last_ = Operation();
  }
  ++run_;
  const bool same = operation.kind == last_.kind && operation.pc == last_.pc &&
                    operation.object == last_.object && operation.object != 0;
  same_ = same ? same_ + 1 : 0;
  if (IsGivingWay(operation.kind)) ++gave_way_;
  if (operation.kind == OpKind::kSpurious) ++spurious_;
  last_ = operation;
}

int Cheapest(const SchedulingPoint& point, const std::vector<int>& prices) {
  // A thread that gave way goes on only when it is alone: its price is the same as the others'.
  const auto rank = [&](std::size_t i) {
    const bool again = point.candidates[i].thread == point.previous && !point.previous_runs_on;
    return 2 * prices[i] + (again ? 1 : 0);
  };
  std::size_t best = 0;
  for (std::size_t i = 1; i < prices.size(); ++i) {
    if (rank(i) < rank(best)) best = i;
  }
  return static_cast<int>(best);
}

}  // namespace racelab::explorer
