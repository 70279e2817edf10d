// What a student has done so far: the last verdict of each lab's student file.
//
// Kept in the build folder (state.json), never in the checkout. It is a memory aid, nothing that
// grades depends on it: losing it costs a `racelab check`.
#ifndef RACELAB_GRADER_COURSE_STATE_H_
#define RACELAB_GRADER_COURSE_STATE_H_

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "grader/catalog.h"
#include "grader/finding.h"
#include "grader/workspace.h"

namespace racelab {

enum class LabState {
  kNotStarted,  // the file is the repository's, and was not judged as it is
  kInProgress,  // edited since it was last judged
  kFailing,     // judged as it is, with findings
  kPassed,      // judged as it is, and passed
};

// "not-started", "in-progress", "failing", "passed".
std::string_view LabStateName(LabState state);

// A short text that changes whenever the bytes of the file do; "" when it cannot be read. For
// noticing an edit, not for security (FNV-1a, 64 bits, and the length).
std::string Fingerprint(const std::filesystem::path& file);

// Thread-compatible: plain data.
class CourseState {
 public:
  struct Judged {
    std::string fingerprint;  // of the file as it was judged
    Kind verdict = Kind::kPass;
  };

  // Reads `build`/state.json. A file that is missing or damaged counts as empty.
  static CourseState Load(const std::filesystem::path& build);

  void Record(std::string_view lab, Judged judged);
  const Judged* Find(std::string_view lab) const;

  // Replaces the file whole, so that an interrupted write loses nothing. An error names the file.
  absl::Status Save(const std::filesystem::path& build) const;

  // `edited`: whether the file differs from the repository's; nullopt where there is no repository
  // to ask, and a file that was never judged then counts as not started.
  LabState StateOf(const Lab& lab, std::optional<bool> edited) const;

 private:
  std::map<std::string, Judged, std::less<>> labs_;
};

// The files under labs/ that differ from the last commit, from the root. nullopt where git or the
// repository is missing. Blocks on one run of git.
std::optional<std::set<std::string>> EditedFiles(const Workspace& workspace);

}  // namespace racelab

#endif  // RACELAB_GRADER_COURSE_STATE_H_
