// Where the project and its build trees are.
#ifndef RACELAB_GRADER_WORKSPACE_H_
#define RACELAB_GRADER_WORKSPACE_H_

#include <filesystem>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace racelab {

struct Workspace {
  std::filesystem::path root;   // The checkout; never written to by the judge.
  std::filesystem::path build;  // Holds one tree a preset: build/plain, build/tsan, …

  // From RACELAB_ROOT and RACELAB_BUILD, which the launcher sets; without them, from the place of
  // the running binary (build/<preset>/bin). NotFound when there is no labs.json where it should
  // be.
  static absl::StatusOr<Workspace> FromEnvironment();

  // The preset whose tree judges `variant` with `compiler` ("" or "gcc": the default, or "clang"):
  // ("explore", "") is "tsan", ("asan", "clang") is "asan-clang".
  static std::string PresetOf(std::string_view variant, std::string_view compiler);

  std::filesystem::path Tree(std::string_view preset) const { return build / preset; }
};

}  // namespace racelab

#endif  // RACELAB_GRADER_WORKSPACE_H_
