// A found defect as the rest of the project reads it: JSON for the judge, text for a terminal.
#ifndef RACELAB_FAULTS_REPORT_H_
#define RACELAB_FAULTS_REPORT_H_

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "search.h"
#include "src/explorer/symbolize.h"

namespace racelab::faults {

struct Origin {
  std::string test;  // full name
  int scenario = 0;
  std::string variant;
};

// "the 3rd read() of the parent (collect.cc:31) returned 2 of 8 bytes; then: …".
std::string MessageOf(const Found& found, explorer::Symbolizer& symbolizer);

nlohmann::json ToJson(const Found& found, const Origin& origin, explorer::Symbolizer& symbolizer);

// The message, the last steps of every process, and the token.
std::string ToText(const Found& found, const Origin& origin, explorer::Symbolizer& symbolizer);

}  // namespace racelab::faults

#endif  // RACELAB_FAULTS_REPORT_H_
