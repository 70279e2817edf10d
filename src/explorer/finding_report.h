// A finding as the rest of the project reads it: JSON for the judge, text for a terminal.
#ifndef RACELAB_EXPLORER_FINDING_REPORT_H_
#define RACELAB_EXPLORER_FINDING_REPORT_H_

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "exploration.h"
#include "symbolize.h"
#include "token.h"

namespace racelab::explorer {

// Which scenario a finding is of: what its token must lead back to.
struct Origin {
  std::string test;            // full name of the test, or the program's file name
  std::uint32_t scenario = 0;  // 0, 1, … within the test
};

Token TokenOf(const Witness& witness, const Origin& origin);

// One or two sentences, with what a data race does when that is known.
std::string MessageOf(const Finding& finding);

// Members: kind, oracle, variant, test, message, locations, threads, schedule, replay, details; and
// consequence, with the same members, of a data race that was seen to do something.
nlohmann::json FindingToJson(const Finding& finding, const Origin& origin, Symbolizer& symbolizer);

// The message, who did what, the schedule as columns, and the token.
std::string FindingToText(const Finding& finding, const Origin& origin, Symbolizer& symbolizer);

// The columns and what they end in.
std::string WitnessToText(const Witness& witness, Symbolizer& symbolizer);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_FINDING_REPORT_H_
