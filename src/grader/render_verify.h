// What `racelab verify` found, as a table, as counts of each oracle, and as JSON.
#ifndef RACELAB_GRADER_RENDER_VERIFY_H_
#define RACELAB_GRADER_RENDER_VERIFY_H_

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "grader/terminal.h"
#include "grader/verify.h"

namespace racelab {

// Lab × submission × variant, the verdict, the declared one, and whether they agree; then what went
// wrong; then the counts in one line.
std::string RenderVerify(const VerifyResult& result, const Terminal& terminal);

// Why one row is not as declared, and how to see it again.
std::string RenderMismatch(const VerifyRow& row, const Terminal& terminal);

// For every starter and mutant and every variant: found in n of N runs. What each oracle alone
// would have let through.
std::string RenderOracleCounts(const VerifyResult& result, const Terminal& terminal);

// The same as a table in Markdown, for docs/oracles.md.
std::string RenderOracleCountsAsMarkdown(const VerifyResult& result);

// Schema racelab/verify/v1.
nlohmann::json VerifyToJson(const VerifyResult& result);

}  // namespace racelab

#endif  // RACELAB_GRADER_RENDER_VERIFY_H_
