// A schedule as data: where it departs from the rule "run on while you can" (Cheapest in turns.h).
//
// Few departures make a schedule that a person can follow, so this is what is shrunk, written into
// a token, and replayed.
#ifndef RACELAB_EXPLORER_SCHEDULE_H_
#define RACELAB_EXPLORER_SCHEDULE_H_

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "execution.h"
#include "fair.h"
#include "turns.h"

namespace racelab::explorer {

struct Departure {
  std::int64_t step = 0;
  int candidate = 0;  // index among the candidates of that step

  bool operator==(const Departure&) const = default;
};

struct Schedule {
  std::vector<Departure> departures;  // by step, ascending
  std::int64_t fair_from = -1;        // from this step on the fair scheduler chooses; -1: never
  // From this step on thread `alone` runs while it can; -1: never. Whether it waits as it should is
  // then seen: RunOptions::alone.
  std::int64_t alone_from = -1;
  ThreadId alone = -1;

  bool operator==(const Schedule&) const = default;
};

// Passes another scheduler's choices on and notes them down as a Schedule.
class Recorder : public Scheduler {
 public:
  explicit Recorder(Scheduler& inner) : inner_(inner) {}
  int Pick(const SchedulingPoint& point) override;

  void Clear();
  const Schedule& schedule() const { return schedule_; }

 private:
  Scheduler& inner_;
  Turns turns_;
  std::vector<int> prices_;
  Schedule schedule_;
};

// Follows a schedule. Where a departure is not possible (it was made for another program, or
// something before it was taken out), it is passed over.
class Replay : public Scheduler {
 public:
  explicit Replay(const Schedule& schedule) : schedule_(schedule) {}
  int Pick(const SchedulingPoint& point) override;

  void set_polite(std::set<std::uintptr_t> pcs) { fair_.set_polite(std::move(pcs)); }

  int preemptions() const { return preemptions_; }
  // The steps before which a thread that could have gone on was left.
  const std::vector<std::int64_t>& preempted_at() const { return preempted_at_; }
  std::int64_t steps() const { return steps_; }
  // The first step at which the thread that ran could not go on; -1 when there was none.
  std::int64_t first_block() const { return first_block_; }
  // Every departure was possible.
  bool faithful() const { return next_ == schedule_.departures.size(); }

 private:
  int PickAlone(const SchedulingPoint& point, int otherwise) const;

  const Schedule schedule_;
  Turns turns_;
  Fair fair_;
  std::vector<int> prices_;
  std::size_t next_ = 0;
  int preemptions_ = 0;
  std::vector<std::int64_t> preempted_at_;
  std::int64_t steps_ = 0;
  std::int64_t first_block_ = -1;
};

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_SCHEDULE_H_
