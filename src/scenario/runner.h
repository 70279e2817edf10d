// What runs the scenarios of a check: real threads (here) or the explorer (src/explorer). The
// linker chooses; each supplies these besides the functions of racelab/scenario.h.
#ifndef RACELAB_SCENARIO_RUNNER_H_
#define RACELAB_SCENARIO_RUNNER_H_

#include <string_view>

namespace racelab {

// A failure that is marked As(kReported) has gone over the channel as a finding: it only makes
// GoogleTest count the test as failed.
inline constexpr std::string_view kReported = "reported";

// "plain", "asan", "tsan" or "explore".
std::string_view VariantName();

// In the `tsan` variant: announces itself over the channel ("canary") and runs a data race, which
// the sanitizer must report; the judge wants to see exactly that report. Elsewhere: nothing.
void PlantRace();

}  // namespace racelab

#endif  // RACELAB_SCENARIO_RUNNER_H_
