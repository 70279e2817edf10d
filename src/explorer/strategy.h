// Random strategies for scenarios that are too large to exhaust. No one strategy dominates, so the
// exploration takes turns among them.
//
// Each is a function of its seed alone: the same seed chooses the same schedule on every machine.
#ifndef RACELAB_EXPLORER_STRATEGY_H_
#define RACELAB_EXPLORER_STRATEGY_H_

#include <cstdint>
#include <vector>

#include "execution.h"
#include "turns.h"

namespace racelab::explorer {

enum class StrategyKind : std::uint8_t {
  kUniform,  // each candidate with equal probability
  kPct2,     // Burckhardt et al., "A Randomized Scheduler with Probabilistic Guarantees of Finding
  kPct3,     // Bugs", ASPLOS 2010: random priorities of threads, lowered at depth-1 random steps
  kPct4,
  kPos,  // Yuan, Yang and Gu, "Partial Order Aware Concurrency Sampling", CAV 2018: random
         // priorities of operations, drawn anew after a dependent operation
};

inline constexpr StrategyKind kPortfolio[] = {StrategyKind::kUniform, StrategyKind::kPct3,
                                              StrategyKind::kPos, StrategyKind::kPct2,
                                              StrategyKind::kPct4};

const char* NameOf(StrategyKind kind);

// A small generator whose output the C++ library cannot change: splitmix64 (Steele, Lea and Flood,
// OOPSLA 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t Next();
  std::uint64_t Below(std::uint64_t n) { return Next() % n; }

 private:
  std::uint64_t state_;
};

class Strategy : public Scheduler {
 public:
  // Prepares for one execution. `steps_expected` is how many steps one usually takes.
  void Begin(StrategyKind kind, std::uint64_t seed, std::int64_t steps_expected);

  int Pick(const SchedulingPoint& point) override;

 private:
  struct Rank {
    std::uint64_t priority = 0;
    Operation pending;  // what the priority was drawn for (POS)
    bool drawn = false;
  };

  Rank& RankOf(ThreadId thread);
  int PickUniform(const SchedulingPoint& point);
  int PickHighest(const SchedulingPoint& point);
  void LowerPriorities(const SchedulingPoint& point);
  void DrawAgain(const Candidate& chosen);
  bool MayPick(const SchedulingPoint& point, std::size_t i) const;

  StrategyKind kind_ = StrategyKind::kUniform;
  Random random_{0};
  Turns turns_;
  std::vector<int> prices_;
  std::vector<Rank> ranks_;
  std::vector<std::int64_t> change_at_;  // steps at which the running thread's priority is lowered
  std::uint64_t lowest_ = 0;             // the last priority that was given to a lowered thread
  bool unprompted_ = false;              // this choice may be a timeout or a spurious wakeup
};

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_STRATEGY_H_
