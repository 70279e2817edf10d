// The rows of the comparison, one file a topic. Observed rows do what they ask about, for real, in
// both worlds; timed rows first add their operations and later read their amounts.
#ifndef RACELAB_CONTRAST_ROWS_H_
#define RACELAB_CONTRAST_ROWS_H_

#include <vector>

#include "contrast/row.h"
#include "contrast/timing.h"

namespace racelab::contrast {

using Rows = std::vector<Row>;

// Call these four before Timing::Run: they want a process that is small and has no thread.
Rows MemoryRows();
Rows ResourceRows();
Rows IndependenceRows();
Rows CrashRows();

void AddCommunication(Timing& timing);
Rows CommunicationRows(const Timing& timing);

void AddPerformance(Timing& timing);
Rows PerformanceRows(const Timing& timing);

// What follows from the measured rows for a choice between the two.
Rows UseRows(const Timing& timing);

}  // namespace racelab::contrast

#endif  // RACELAB_CONTRAST_ROWS_H_
