#include "grader/staging.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"

namespace racelab {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kKept = "kept";  // Marks a folder that is not to be swept.
constexpr std::size_t kSourceBytesMax = 256 << 10;
// What the libraries and logs of one submission take, generously.
constexpr std::uint64_t kFreeBytesMin = 32 << 20;

Finding MissingFile(const fs::path& submission, std::string_view why) {
  Finding finding;
  finding.kind = Kind::kMissingFile;
  finding.oracle = "supervisor";
  finding.message =
      absl::StrCat("Expected a C++ file to judge, but ", submission.string(), " ", why, ".");
  return finding;
}

std::string WhyNotOpened(int error) {
  if (error == ENOENT || error == ENOTDIR) return "does not exist";
  if (error == ELOOP) return "is a symbolic link";
  return absl::StrCat("cannot be read (", std::generic_category().message(error), ")");
}

// Up to a byte more than is allowed.
std::string ReadSome(int fd) {
  std::string text;
  std::array<char, 65536> buffer;
  while (text.size() <= kSourceBytesMax) {
    const ssize_t n = read(fd, buffer.data(), buffer.size());
    if (n <= 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(n));
  }
  return text;
}

// Removes what killed graders left in `parent`: folders that are old enough to have been locked by
// whoever made them, and are not.
void Sweep(const fs::path& parent) {
  std::error_code error;
  const auto fresh = fs::file_time_type::clock::now() - std::chrono::minutes(1);
  for (const fs::directory_entry& entry : fs::directory_iterator(parent, error)) {
    const fs::path& path = entry.path();
    if (!path.filename().string().starts_with("racelab-")) continue;
    if (fs::last_write_time(path, error) > fresh || fs::exists(path / kKept, error)) continue;
    const int fd = open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0) fs::remove_all(path, error);
    if (fd >= 0) close(fd);
  }
}

}  // namespace

absl::Status CheckSpace(const fs::path& path) {
  struct statvfs disk = {};
  if (statvfs(path.c_str(), &disk) != 0) return absl::OkStatus();
  const std::uint64_t free_bytes = std::uint64_t{disk.f_bavail} * disk.f_frsize;
  if (free_bytes >= kFreeBytesMin) return absl::OkStatus();
  return absl::ResourceExhaustedError(absl::StrCat(
      "the disk that holds ", path.string(), " is full: ", free_bytes >> 20, " MiB are free, ",
      kFreeBytesMin >> 20, " are needed. Free some, or set TMPDIR to a folder on another disk"));
}

absl::StatusOr<Staging> Staging::Make(const Workspace& workspace) {
  const char* const tmpdir = std::getenv("TMPDIR");
  const fs::path parent =
      tmpdir != nullptr && *tmpdir != '\0' ? fs::path(tmpdir) : workspace.build / "tmp";
  std::error_code error;
  fs::create_directories(parent, error);
  Sweep(parent);
  absl::Status space = CheckSpace(error ? parent.parent_path() : parent);
  if (!space.ok()) return space;
  std::string pattern = (parent / "racelab-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    return absl::ErrnoToStatus(errno, absl::StrCat("cannot make a folder in ", parent.string(),
                                                   ". Set TMPDIR to a folder you may write to"));
  }
  const int lock_fd = open(pattern.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_fd >= 0) flock(lock_fd, LOCK_EX | LOCK_NB);
  return Staging(fs::canonical(pattern, error), lock_fd);
}

void Staging::Keep() {
  keep_ = true;
  std::ofstream(path_ / kKept) << "";
}

Staging::Staging(Staging&& other) noexcept
    : path_(std::exchange(other.path_, {})),
      lock_fd_(std::exchange(other.lock_fd_, -1)),
      keep_(other.keep_) {}

Staging::~Staging() {
  if (lock_fd_ >= 0) close(lock_fd_);
  if (path_.empty() || keep_) return;
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

absl::StatusOr<std::optional<Finding>> StageSource(const fs::path& submission,
                                                   const fs::path& target) {
  // Without O_NONBLOCK, opening a pipe waits for its writer.
  const int fd = open(submission.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0) return MissingFile(submission, WhyNotOpened(errno));
  struct stat status = {};
  const bool regular = fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
  const std::string source = regular ? ReadSome(fd) : "";
  close(fd);
  if (!regular) return MissingFile(submission, "is not a regular file");
  if (source.size() > kSourceBytesMax) {
    return MissingFile(submission, absl::StrCat("is larger than ", kSourceBytesMax >> 10, " KiB"));
  }
  if (absl::StripAsciiWhitespace(source).empty()) return MissingFile(submission, "is empty");
  std::ofstream stream(target, std::ios::binary);
  stream << source;
  stream.close();
  if (!stream) {
    absl::Status space = CheckSpace(target.parent_path());
    return space.ok() ? absl::UnavailableError(absl::StrCat("cannot write ", target.string()))
                      : space;
  }
  return std::nullopt;
}

}  // namespace racelab
