// The search: one execution undisturbed, then one for every fault at every step, then pairs.
#ifndef RACELAB_FAULTS_SEARCH_H_
#define RACELAB_FAULTS_SEARCH_H_

#include <functional>
#include <string>
#include <vector>

#include "plan.h"
#include "supervisor.h"

namespace racelab::faults {

struct Found {
  Defect defect;
  Plan plan;  // the first and so the simplest that shows it
  Execution execution;
};

struct SearchResult {
  std::vector<Found> found;  // each kind at each place once
  int executions = 0;
  bool exhaustive = true;  // within its bounds: every single fault, every pair
  std::string text;        // "81 executions: …"
};

// In `explore`. Bounded by a number of executions, never by time.
SearchResult SearchFaults(const std::function<void()>& body, const Settings& settings);

// In `plain`, `asan` and `tsan`: a few executions on the loose, until the first defect.
SearchResult RunUndisturbed(const std::function<void()>& body, const Settings& settings);

}  // namespace racelab::faults

#endif  // RACELAB_FAULTS_SEARCH_H_
