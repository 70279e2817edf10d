// A new lab: the files that `racelab new` writes, a small working example of every part.
#ifndef RACELAB_GRADER_SCAFFOLD_H_
#define RACELAB_GRADER_SCAFFOLD_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace racelab {

struct ScaffoldFile {
  std::string path;  // from the root of the project
  std::string content;
};

// OK for a name like "45-two-doors": two digits and lower-case words joined by hyphens, whose
// number no folder in `root`/labs has. Otherwise an InvalidArgument or AlreadyExists that says what
// is wrong with it.
absl::Status CheckNewLabName(std::string_view name, const std::filesystem::path& root);

// The files of that lab and of its mirror in solutions/: a tally that forgets its lock. They verify
// as they are. `name` must be valid.
std::vector<ScaffoldFile> ScaffoldFiles(std::string_view name);

// Checks the name and writes the files. When one cannot be written, those written before it are
// removed again. Returns the paths, from the root.
absl::StatusOr<std::vector<std::string>> WriteScaffold(std::string_view name,
                                                       const std::filesystem::path& root);

}  // namespace racelab

#endif  // RACELAB_GRADER_SCAFFOLD_H_
