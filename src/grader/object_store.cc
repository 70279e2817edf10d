#include "grader/object_store.h"

#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "absl/strings/str_cat.h"

namespace racelab {
namespace fs = std::filesystem;

std::string ObjectStore::KeyOf(const fs::path& target, const fs::path& source) {
  std::ifstream stream(source, std::ios::binary);
  return absl::StrCat(target.string(), "\n",
                      std::string(std::istreambuf_iterator<char>(stream), {}));
}

bool ObjectStore::Fetch(const std::string& key, const fs::path& target) {
  fs::path kept;
  {
    absl::MutexLock lock(&mutex_);
    auto it = objects_.find(key);
    if (it == objects_.end()) return false;
    kept = it->second;
  }
  std::error_code error;
  return fs::copy_file(kept, target, fs::copy_options::overwrite_existing, error);
}

void ObjectStore::Keep(const std::string& key, const fs::path& object) {
  absl::MutexLock lock(&mutex_);
  if (objects_.contains(key)) return;
  if (!folder_) {
    absl::StatusOr<Staging> folder = Staging::Make(workspace_);
    if (!folder.ok()) return;
    folder_.emplace(*std::move(folder));
  }
  const fs::path kept = folder_->path() / absl::StrCat(objects_.size(), ".o");
  std::error_code error;
  if (fs::copy_file(object, kept, error)) objects_[key] = kept;
}

}  // namespace racelab
