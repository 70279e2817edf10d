// A fair scheduler: every thread that can run does so again and again. An execution that does not
// end under it is a livelock; one that does not end under another scheduler proves nothing.
//
// Threads take turns of one step, in lockstep, which is what brings two polite threads to step
// aside for each other for ever. A thread that gives way (yield, sleep) rests until all others rest
// too; then the one that has rested longest runs alone for a while. So a loop that backs off gets
// through, and one that only retries does not. Time passes now and then: a sleeper wakes although
// others spin.
#ifndef RACELAB_EXPLORER_FAIR_H_
#define RACELAB_EXPLORER_FAIR_H_

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "execution.h"

namespace racelab::explorer {

class Fair : public Scheduler {
 public:
  void set_polite(std::set<std::uintptr_t> pcs) { polite_ = std::move(pcs); }
  int Pick(const SchedulingPoint& point) override;

 private:
  struct Turn {
    std::int64_t last_step = -1;
    bool rests = false;
  };

  Turn& TurnOf(ThreadId thread);
  int LongestAgo(const SchedulingPoint& point, bool unprompted, bool resting);

  std::set<std::uintptr_t> polite_;
  std::vector<Turn> turns_;
  ThreadId alone_ = -1;
  std::int64_t alone_until_ = 0;
  std::int64_t time_passed_at_ = 0;
};

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_FAIR_H_
