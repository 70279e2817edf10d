// A story as text for a terminal: one column a thread, time runs down.
#ifndef RACELAB_EXPLORER_COLUMNS_H_
#define RACELAB_EXPLORER_COLUMNS_H_

#include <string>

#include "story.h"

namespace racelab::explorer {

inline constexpr int kColumnsWidth = 100;

// Whole lines, each ended by a newline and none wider than `width` unless there are very many
// threads. Threads that take no part have no column. UTF-8.
std::string RenderColumns(const Story& story, int width = kColumnsWidth);

// Who did what, with locks and stacks, one paragraph a thread.
std::string RenderInvolved(const Story& story);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_COLUMNS_H_
