#include "livelock.h"

#include <algorithm>
#include <map>

namespace racelab::explorer {
namespace {

// How much of an endless execution is kept: enough to get past the start of every thread.
constexpr std::int64_t kBeginningSteps = 1000;

}  // namespace

Schedule FairContinuation(const Schedule& schedule, std::int64_t steps) {
  Schedule fair;
  fair.fair_from = std::min(steps, kBeginningSteps);
  for (const Departure& departure : schedule.departures) {
    if (departure.step < fair.fair_from) fair.departures.push_back(departure);
  }
  return fair;
}

Schedule AloneContinuation(const Schedule& schedule, const Repetition& repetition) {
  Schedule alone;
  alone.alone_from = repetition.step;
  alone.alone = repetition.thread;
  for (const Departure& departure : schedule.departures) {
    if (departure.step < alone.alone_from) alone.departures.push_back(departure);
  }
  return alone;
}

RawFinding DescribeLivelock(const std::vector<Step>& trace, std::int64_t fair_from) {
  RawFinding finding;
  finding.kind = "livelock";
  const std::int64_t fair_steps = static_cast<std::int64_t>(trace.size()) - fair_from;
  finding.message = "no end in sight: " + std::to_string(fair_steps) +
                    " steps in which every thread got its turns, and none got any further";
  // The loops show in the second half of the execution. What each thread did last there is where it
  // is named; a thread that did nothing there waits or has ended.
  std::map<ThreadId, const Step*> last;
  for (std::size_t i = trace.size() / 2; i < trace.size(); ++i) {
    const Step*& step = last[trace[i].thread];
    if (step == nullptr || trace[i].operation.pc < step->operation.pc) step = &trace[i];
  }
  for (const auto& [thread, step] : last) {
    Involvement involvement;
    involvement.thread = thread;
    involvement.did = "goes round and round";
    involvement.object = step->operation.object;
    involvement.locks = step->locks;
    involvement.stack = step->stack;
    finding.involved.push_back(std::move(involvement));
  }
  return finding;
}

}  // namespace racelab::explorer
