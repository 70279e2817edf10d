// The labels that a scenario reached, on real threads. Compiled without instrumentation, relaxed
// atomics only: asking who is inside must not order the threads that are asked.
#ifndef RACELAB_SCENARIO_LABELS_H_
#define RACELAB_SCENARIO_LABELS_H_

namespace racelab::labels {

// Forgets every label. Call with no scenario thread running.
void Clear();

}  // namespace racelab::labels

#endif  // RACELAB_SCENARIO_LABELS_H_
