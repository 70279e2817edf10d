// `racelab verify`: judges everything whose verdict the course itself declares.
#ifndef RACELAB_GRADER_COMMAND_VERIFY_H_
#define RACELAB_GRADER_COMMAND_VERIFY_H_

#include <optional>
#include <string>
#include <vector>

#include "grader/cli.h"
#include "grader/verify.h"

namespace racelab {

struct VerifyOptions {
  std::vector<std::string> labs;  // as a person names them; none: all
  std::vector<std::string> variants;
  std::string compiler;
  int repeat = 1;
  bool stats = false;
  bool markdown = false;
};

// Judges and tells; sets the exit code: kFindings when a verdict was not the declared one. nullopt
// when nothing could be judged, which has been told then. With --json nothing is printed. With
// `variants`, only those variants are judged, so that a mutant which another oracle must see passes
// them: then a verdict counts as expected when it is the declared one or a pass, and a right
// submission must still pass.
std::optional<VerifyResult> RunVerify(Cli& cli, const VerifyOptions& options);

void AddVerifyCommand(CLI::App& app, Cli& cli);

}  // namespace racelab

#endif  // RACELAB_GRADER_COMMAND_VERIFY_H_
