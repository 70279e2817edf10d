// What a kind of finding means and what a student does next: the same words in every output.
#ifndef RACELAB_GRADER_RENDER_ADVICE_H_
#define RACELAB_GRADER_RENDER_ADVICE_H_

#include <string>
#include <string_view>

#include "grader/finding.h"
#include "grader/report.h"

namespace racelab {

// One sentence: why this is a defect. "" for a kind that explains itself.
std::string_view KindMeaning(Kind kind);

// One sentence: a question or a step that leads to the fix without giving it away.
std::string_view KindNextStep(Kind kind);

// What orders the threads of a data race: which locks were held, and that none is common to all.
// "" for a finding that is no race or names fewer than two threads.
std::string OrderingFacts(const Finding& finding);

// The oracle in words: "ThreadSanitizer".
std::string_view OracleInWords(std::string_view oracle);

// The command that shows the finding again.
std::string ReplayCommand(const Report& report, const Finding& finding);

// What the pass of these variants says, and what it does not prove.
std::string PassMeaning(const Report& report);

}  // namespace racelab

#endif  // RACELAB_GRADER_RENDER_ADVICE_H_
