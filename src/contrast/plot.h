// A plot of amounts as inline SVG: a line a row, a mark a world, on a logarithmic axis.
#ifndef RACELAB_CONTRAST_PLOT_H_
#define RACELAB_CONTRAST_PLOT_H_

#include <string>

#include "contrast/rows.h"

namespace racelab::contrast {

// The rows that have two amounts of this unit; "" when there are none. Colours are the classes
// "process" and "thread" of the page's style sheet.
std::string Plot(const Rows& rows, Unit unit, const std::string& title);

// The text with what means something to HTML replaced.
std::string Escape(std::string_view text);

}  // namespace racelab::contrast

#endif  // RACELAB_CONTRAST_PLOT_H_
