// The comparison as text, Markdown, JSON and a page.
#ifndef RACELAB_CONTRAST_RENDER_H_
#define RACELAB_CONTRAST_RENDER_H_

#include <string>

#include "contrast/machine.h"
#include "contrast/rows.h"

namespace racelab::contrast {

struct Comparison {
  Machine machine;
  int repetitions = 0;
  double seconds = 0;  // that measuring took
  Rows rows;           // rows of one topic stand together
};

// Where, when and in what peace it was measured: one or two sentences.
std::string Provenance(const Comparison& comparison);

// For a terminal of `columns` columns.
std::string RenderText(const Comparison& comparison, int columns);

std::string RenderMarkdown(const Comparison& comparison);

// Schema racelab/contrast/v1: times in ns, memory in KiB.
std::string RenderJson(const Comparison& comparison);

// One page that needs no other file and no network, with a plot (SVG) of all amounts.
std::string RenderHtml(const Comparison& comparison);

}  // namespace racelab::contrast

#endif  // RACELAB_CONTRAST_RENDER_H_
