#include "grader/workspace.h"

#include <cstdlib>
#include <system_error>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"

namespace racelab {
namespace fs = std::filesystem;

absl::StatusOr<Workspace> Workspace::FromEnvironment() {
  Workspace workspace;
  std::error_code error;
  // The binary is build/<preset>/bin/racelab-grader, and build/ is in the checkout by default.
  const fs::path binary = fs::read_symlink("/proc/self/exe", error);
  const char* root = std::getenv("RACELAB_ROOT");
  const char* build = std::getenv("RACELAB_BUILD");
  workspace.build = build != nullptr && *build != '\0'
                        ? fs::path(build)
                        : binary.parent_path().parent_path().parent_path();
  workspace.root =
      root != nullptr && *root != '\0' ? fs::path(root) : workspace.build.parent_path();
  if (!fs::exists(workspace.root / "labs", error)) {
    return absl::NotFoundError(absl::StrCat("no labs/ in ", workspace.root.string(),
                                            ": start the tool with the checkout's ./racelab, or "
                                            "set RACELAB_ROOT to the checkout"));
  }
  return workspace;
}

std::string Workspace::PresetOf(std::string_view variant, std::string_view compiler) {
  std::string preset(variant == "explore" ? "tsan" : variant);
  if (compiler == "clang") preset += "-clang";
  return preset;
}

}  // namespace racelab
