// A report for a person at a terminal: the verdict, the clearest finding, what to do next.
#ifndef RACELAB_GRADER_RENDER_TEXT_H_
#define RACELAB_GRADER_RENDER_TEXT_H_

#include <functional>
#include <string>
#include <string_view>

#include "grader/render_source.h"
#include "grader/report.h"
#include "grader/terminal.h"

namespace racelab {

struct TextOptions {
  bool details = false;  // also the raw reports of the oracles
};

// The whole report, ending in a newline. Reads nothing but the report and, for excerpts, the
// sources that `source_of` gives.
std::string RenderText(const Report& report, const SourceOf& source_of, const Terminal& terminal,
                       const TextOptions& options = {});

// "plain ✓ 0.3 s   tsan ✗ data-race 0.8 s": one line for all variants.
std::string RenderVariants(const Report& report, const Terminal& terminal);

// `file:line:1: error: text` for every finding with a place: what editors' problem matchers read.
// `path_of` turns a finding's bare file name into a path.
std::string RenderForEditor(const Report& report,
                            const std::function<std::string(std::string_view)>& path_of);

}  // namespace racelab

#endif  // RACELAB_GRADER_RENDER_TEXT_H_
