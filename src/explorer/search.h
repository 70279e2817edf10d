// Exhaustive depth-first search over schedules, with a preemption bound and partial-order
// reduction.
//
// The algorithm is bounded partial-order reduction: Coons, Musuvathi and McKinley, "Bounded
// Partial-Order Reduction", OOPSLA 2013, which is the dynamic partial-order reduction of Flanagan
// and Godefroid (POPL 2005) made sound under a preemption bound, plus the sleep sets of Godefroid
// (1996).
//
//  * Each state first runs on with the cheapest candidate. When two performed operations of
//    different threads are dependent, could have been performed in the other order, and nothing
//    orders them, the later one's thread is also tried before the earlier one.
//  * A bound makes commuting operations matter after all: moving one forward can cost a preemption.
//    So that thread is also tried where the earlier thread's turn began (a "conservative" point).
//  * An explored choice is put to sleep for its siblings only when nothing below it was cut by the
//    bound. A choice that was cut may still lead, at a lower price, to something new after a
//    sibling.
//
// What a completed search means: when no execution had a finding, no schedule within the bound has
// one (every schedule whatever, when cut() is false). After a finding it may miss others, as the
// operations that a deadlock leaves unperformed cannot be seen.
//
// With `reduce` off every candidate is tried everywhere, which is how the tests check the
// reduction.
#ifndef RACELAB_EXPLORER_SEARCH_H_
#define RACELAB_EXPLORER_SEARCH_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "execution.h"
#include "turns.h"

namespace racelab::explorer {

inline constexpr int kUnbounded = 1000;

struct SearchOptions {
  int preemptions_max = kUnbounded;
  bool reduce = true;
};

class DepthFirstSearch : public Scheduler {
 public:
  explicit DepthFirstSearch(const SearchOptions& options) : options_(options) {}

  int Pick(const SchedulingPoint& point) override;

  // Must be called after each execution: learns from it and moves on to the next schedule. Returns
  // false when there is none.
  bool Next();

  // Some schedule was left out because it needs more preemptions than the bound allows.
  bool cut() const { return cut_; }
  // Some schedule was left out because a spinning thread was made to give way.
  bool interfered() const { return interfered_; }
  // The program did not do the same under the same choices: nothing may be concluded.
  bool diverged() const { return diverged_; }
  // Preemptions of the execution just performed (before Next()).
  int preemptions() const;

 private:
  using Mask = std::uint64_t;  // one bit a candidate; further candidates are never tried

  // A state of the current execution, and what is known of the choices in it.
  struct Node {
    std::vector<Candidate> candidates;
    std::vector<int> prices;
    Mask todo = 0;  // must be tried
    Mask tried = 0;
    Mask asleep = 0;  // leads to nothing that has not been explored
    Mask whole = 0;   // tried, and nothing below was cut
    int chosen = 0;
    int spent = 0;  // preemptions before this state
    bool cut_below = false;
    std::vector<int> clock;  // of the chosen operation: per thread, 1 + its last node that precedes

    const Candidate& choice() const { return candidates[static_cast<std::size_t>(chosen)]; }
  };

  Node& Push(const SchedulingPoint& point);
  int ChooseFirst(const SchedulingPoint& point, Node& node);
  bool Replays(const Node& node, const SchedulingPoint& point) const;
  Mask Sleepers(const Node& parent, const Node& node) const;
  Mask OfThread(const Node& node, ThreadId thread) const;
  bool Affordable(const Node& node, int candidate) const;

  std::ptrdiff_t OriginOf(std::size_t later) const;
  void Learn(std::size_t later);
  void LearnUnperformed();
  void LearnPairs(std::size_t later);
  void LearnPair(std::size_t earlier, std::size_t later);
  void LearnUnprompted(std::size_t at);
  void TryBefore(std::size_t earlier, std::size_t later);
  Mask Initials(std::size_t earlier, std::size_t later, std::size_t at);
  void FindFirstMoved(std::size_t earlier, std::size_t later);
  bool DependsOnMoved(std::size_t earlier, std::size_t later) const;
  bool PerformableAt(std::size_t at, const Candidate& candidate) const;
  bool Advance(Node& node);

  SearchOptions options_;
  Turns turns_;
  std::vector<Node> nodes_;  // the first size_ are in use; the rest keeps its memory
  std::size_t size_ = 0;
  std::size_t depth_ = 0;                            // how far the current execution has got
  std::size_t learnt_ = 0;                           // nodes before it have been through Learn()
  std::vector<std::vector<std::size_t>> by_thread_;  // the learnt nodes of each thread, in order
  std::vector<int> before_;         // scratch: the clock of a thread before an operation
  std::vector<std::size_t> left_;   // scratch: how many nodes of each thread are to be looked at
  std::vector<std::size_t> moved_;  // scratch: the operations that can move before another
  bool cut_ = false;
  bool interfered_ = false;
  bool diverged_ = false;
};

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_SEARCH_H_
