// What a choice costs, and which choices are unfair: the rules that every strategy shares.
//
// The unit is the preemption: leaving a thread that could have gone on. Bugs need few of them
// (Musuvathi and Qadeer, "Iterative Context Bounding", PLDI 2007), so the search spends them
// sparingly. A spurious wakeup costs one, and so does a timeout while somebody else could run.
//
// A thread that waits by spinning would keep an unfair scheduler for ever. So a thread must give
// way (its switch is then free) when, without any other thread having run, it performed the same
// operation kSameOperationMax times, gave way kGaveWayMax times, or ran kRunMax steps.
#ifndef RACELAB_EXPLORER_TURNS_H_
#define RACELAB_EXPLORER_TURNS_H_

#include <cstdint>
#include <vector>

#include "execution.h"

namespace racelab::explorer {

inline constexpr int kSameOperationMax = 20;
inline constexpr int kGaveWayMax = 3;
inline constexpr int kRunMax = 200;
inline constexpr int kSpuriousMax = 2;  // in one execution

// The price of a choice that may not be made.
inline constexpr int kForbidden = 1'000'000;

class Turns {
 public:
  void Reset();

  // Fills `prices`, one a candidate: how many preemptions it costs, or kForbidden. At least one
  // candidate is never forbidden.
  void Price(const SchedulingPoint& point, std::vector<int>& prices) const;

  // Must be told of every choice, in order.
  void Chosen(const Candidate& candidate);

  // Some thread was made to give way, so not every schedule can be chosen.
  bool interfered() const { return interfered_; }

 private:
  bool MustGiveWay() const;
  int PriceOf(const SchedulingPoint& point, const Candidate& candidate, bool others_prompt,
              bool must_give_way) const;

  ThreadId running_ = -1;
  Operation last_;
  int run_ = 0;
  int same_ = 0;
  int gave_way_ = 0;
  int spurious_ = 0;
  mutable bool interfered_ = false;
};

// The candidate that costs least. Among equals the first, but a thread that gave way comes last: so
// a thread runs on where it can, and a schedule can be told by where it departs from this rule.
int Cheapest(const SchedulingPoint& point, const std::vector<int>& prices);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_TURNS_H_
