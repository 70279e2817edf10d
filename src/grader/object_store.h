// Objects compiled earlier in this process, for judging the same file many times: `verify --repeat`
// asks whether verdicts change, and a compiler's output does not.
//
// Thread-safety: all methods may be called from several threads at once. Two threads that miss the
// same object both compile it.
#ifndef RACELAB_GRADER_OBJECT_STORE_H_
#define RACELAB_GRADER_OBJECT_STORE_H_

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "grader/staging.h"
#include "grader/workspace.h"

namespace racelab {

class ObjectStore {
 public:
  explicit ObjectStore(Workspace workspace) : workspace_(std::move(workspace)) {}

  // Stands for everything an object depends on: whose place it takes, and the text of the source.
  static std::string KeyOf(const std::filesystem::path& target,
                           const std::filesystem::path& source);

  // Puts the object that was kept for `key` at `target`. False when there is none: compile it.
  bool Fetch(const std::string& key, const std::filesystem::path& target)
      ABSL_LOCKS_EXCLUDED(mutex_);

  // Keeps the object for later. What cannot be kept is compiled again.
  void Keep(const std::string& key, const std::filesystem::path& object)
      ABSL_LOCKS_EXCLUDED(mutex_);

 private:
  const Workspace workspace_;
  absl::Mutex mutex_;
  std::optional<Staging> folder_ ABSL_GUARDED_BY(mutex_);
  std::map<std::string, std::filesystem::path> objects_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace racelab

#endif  // RACELAB_GRADER_OBJECT_STORE_H_
