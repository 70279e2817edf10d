// Proof that the sanitizer was awake in this very process.
#ifndef RACELAB_SCENARIO_CANARY_H_
#define RACELAB_SCENARIO_CANARY_H_

namespace racelab {

// In the `tsan` variant: announces itself over the channel ("canary") and runs a data race, which
// the sanitizer must report; the judge wants to see exactly that report. Elsewhere: nothing.
void PlantRace();

}  // namespace racelab

#endif  // RACELAB_SCENARIO_CANARY_H_
