// A private folder for judging one submission, and the one file that is put into it.
#ifndef RACELAB_GRADER_STAGING_H_
#define RACELAB_GRADER_STAGING_H_

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "grader/finding.h"
#include "grader/workspace.h"

namespace racelab {

// Readable by this user only; gone with the object, whatever was written into it. What an earlier
// process left behind because it was killed goes with the next Make.
class Staging {
 public:
  // In TMPDIR if that is set, else in the workspace's build folder. ResourceExhausted, naming the
  // disk, when it is nearly full; PermissionDenied when it may not be written.
  static absl::StatusOr<Staging> Make(const Workspace& workspace);

  Staging(Staging&& other) noexcept;
  Staging& operator=(Staging&&) = delete;
  ~Staging();

  const std::filesystem::path& path() const { return path_; }
  // The folder stays when this object goes.
  void Keep();

 private:
  Staging(std::filesystem::path path, int lock_fd) : path_(std::move(path)), lock_fd_(lock_fd) {}

  std::filesystem::path path_;
  int lock_fd_ = -1;  // Holds a lock on the folder: who finds it free finds a folder left behind.
  bool keep_ = false;
};

// Copies `submission` to `target`, if it is a file that can be judged: regular, readable, not
// empty, at most 256 KiB. Else a missing-file finding that says why not. Follows no symbolic link:
// in a folder of submissions it could name anybody's file.
absl::StatusOr<std::optional<Finding>> StageSource(const std::filesystem::path& submission,
                                                   const std::filesystem::path& target);

// ResourceExhausted when the disk that holds `path` has almost nothing left.
absl::Status CheckSpace(const std::filesystem::path& path);

}  // namespace racelab

#endif  // RACELAB_GRADER_STAGING_H_
