#include "schedule.h"

#include "dependence.h"

namespace racelab::explorer {

int Recorder::Pick(const SchedulingPoint& point) {
  const int pick = inner_.Pick(point);
  if (pick < 0) return pick;
  turns_.Price(point, prices_);
  if (pick != Cheapest(point, prices_)) schedule_.departures.push_back({point.step, pick});
  turns_.Chosen(point.candidates[static_cast<std::size_t>(pick)]);
  return pick;
}

void Recorder::Clear() {
  schedule_ = Schedule();
  turns_.Reset();
}

int Replay::PickAlone(const SchedulingPoint& point, int otherwise) const {
  for (std::size_t i = 0; i < point.candidates.size(); ++i) {
    const Candidate& candidate = point.candidates[i];
    if (candidate.thread == schedule_.alone && !IsUnprompted(candidate.operation.kind)) {
      return static_cast<int>(i);
    }
  }
  return otherwise;
}

int Replay::Pick(const SchedulingPoint& point) {
  turns_.Price(point, prices_);
  int pick = Cheapest(point, prices_);
  const auto& departures = schedule_.departures;
  if (next_ < departures.size() && departures[next_].step == point.step) {
    const int wanted = departures[next_].candidate;
    if (wanted < static_cast<int>(point.candidates.size())) {
      pick = wanted;
      ++next_;
    }
  }
  const bool fair = schedule_.fair_from >= 0 && point.step >= schedule_.fair_from;
  if (fair) pick = fair_.Pick(point);
  const bool alone = schedule_.alone_from >= 0 && point.step >= schedule_.alone_from;
  if (alone) pick = PickAlone(point, pick);
  if (first_block_ < 0 && point.step > 0 && !point.previous_runs_on) first_block_ = point.step;
  const Candidate& chosen = point.candidates[static_cast<std::size_t>(pick)];
  const int price = prices_[static_cast<std::size_t>(pick)];
  // Turns are no preemptions.
  if (!fair) preemptions_ += price < kForbidden ? price : alone ? 0 : 1;
  if (!fair && price > 0 && chosen.thread != point.previous) preempted_at_.push_back(point.step);
  turns_.Chosen(chosen);
  ++steps_;
  return pick;
}

}  // namespace racelab::explorer
