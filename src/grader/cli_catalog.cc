#include "grader/cli_catalog.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "grader/build_tree.h"
#include "grader/cli_process.h"

namespace racelab {
namespace {

namespace fs = std::filesystem;

// CMake leaves labs.json alone when its content stays the same, so its time alone would have us
// configure for ever.
fs::path StampOf(const Workspace& workspace) { return workspace.build / "catalog.stamp"; }

fs::file_time_type TimeOf(const fs::path& path) {
  std::error_code error;
  const fs::file_time_type time = fs::last_write_time(path, error);
  return error ? fs::file_time_type::min() : time;
}

// The time of the youngest file that the catalogue is made from.
fs::file_time_type TimeOfLabs(const fs::path& labs) {
  fs::file_time_type youngest = TimeOf(labs);
  std::error_code error;
  for (const fs::directory_entry& lab : fs::directory_iterator(labs, error)) {
    std::error_code ignored;
    for (const fs::directory_entry& file : fs::directory_iterator(lab.path(), ignored)) {
      const std::string name = file.path().filename().string();
      if (name != "CMakeLists.txt" && !absl::EndsWith(name, "_check.cc")) continue;
      youngest = std::max(youngest, TimeOf(file.path()));
    }
  }
  return youngest;
}

}  // namespace

bool CatalogIsStale(const Workspace& workspace) {
  const fs::path catalog = workspace.Tree("plain") / "labs.json";
  return TimeOfLabs(workspace.root / "labs") >
         std::max(TimeOf(catalog), TimeOf(StampOf(workspace)));
}

absl::Status RefreshCatalog(const Workspace& workspace) {
  // A tree that was never configured needs its preset; after that, configuring again is enough.
  if (absl::Status status = ConfigureTree(workspace, "plain", [](const Progress&) {}); !status.ok())
    return status;
  // Of this process alone: two may find the catalog out of date at once.
  const fs::path draft = absl::StrCat(StampOf(workspace).string(), ".", getpid());
  std::ofstream(draft).close();  // what is edited while CMake runs is younger than this
  const absl::StatusOr<CapturedRun> run =
      Capture({"cmake", "-S", workspace.root.string(), "-B", workspace.Tree("plain").string()});
  if (!run.ok()) return run.status();
  if (run->exit_code != 0) {
    return absl::FailedPreconditionError(
        absl::StrCat("the labs could not be configured; CMake said:\n", run->output));
  }
  std::error_code error;
  fs::rename(draft, StampOf(workspace), error);
  if (!error) return absl::OkStatus();
  return absl::UnavailableError(absl::StrCat("cannot write to ", workspace.build.string()));
}

}  // namespace racelab
