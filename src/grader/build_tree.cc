#include "grader/build_tree.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/synchronization/mutex.h"
#include "grader/process.h"

namespace racelab {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kOutputTold = 4000;

// Held while a tree is configured or built, by one process and thread at a time.
class TreeLock {
 public:
  TreeLock(const Workspace& workspace, const std::string& preset)
      : fd_(open((workspace.build / absl::StrCat(".", preset, ".lock")).c_str(),
                 O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
    // A folder that cannot be written cannot be built in, so nothing needs the lock.
    if (fd_ >= 0) flock(fd_, LOCK_EX);
  }
  ~TreeLock() {
    if (fd_ >= 0) close(fd_);
  }
  TreeLock(const TreeLock&) = delete;
  TreeLock& operator=(const TreeLock&) = delete;

 private:
  const int fd_;
};

// The project's own build is trusted: these only end what hangs.
Limits BuildLimits() {
  Limits limits;
  limits.time = absl::Hours(2);
  limits.cpu = absl::Hours(24);
  limits.memory_mib = 1 << 20;
  limits.processes = 10000;
  limits.output_bytes = 256 << 20;
  limits.file_bytes = std::int64_t{8} << 30;
  limits.stack_bytes = 64 << 20;
  return limits;
}

// Picks "[12/345]" out of ninja's output.
class NinjaProgress {
 public:
  NinjaProgress(std::string step, const ProgressFn& progress)
      : step_(std::move(step)), progress_(progress) {}

  void Read(std::string_view text) {
    if (!progress_) return;
    const std::size_t open = text.rfind('[');
    if (open == std::string_view::npos) return;
    const std::vector<std::string_view> parts =
        absl::StrSplit(text.substr(open + 1, text.find(']', open) - open - 1), '/');
    Progress now{step_, -1, -1};
    if (parts.size() == 2 && absl::SimpleAtoi(parts[0], &now.done) &&
        absl::SimpleAtoi(parts[1], &now.total)) {
      progress_(now);
    }
  }

 private:
  const std::string step_;
  const ProgressFn& progress_;
};

std::string Tail(const std::string& text) {
  return text.size() <= kOutputTold ? text : "…" + text.substr(text.size() - kOutputTold);
}

absl::StatusOr<std::string> RunTool(std::vector<std::string> argv, const fs::path& directory,
                                    NinjaProgress* progress) {
  argv.insert(argv.begin(), "/usr/bin/env");
  Command command;
  command.argv = std::move(argv);
  for (char** variable = environ; *variable != nullptr; ++variable) {
    command.environment.emplace_back(*variable);
  }
  command.directory = directory;
  command.limits = BuildLimits();
  if (progress != nullptr) {
    command.on_output = [progress](std::string_view text) { progress->Read(text); };
  }
  absl::StatusOr<Outcome> outcome = Run(command);
  if (!outcome.ok()) return outcome.status();
  if (outcome->Succeeded()) return std::move(outcome->output);
  return absl::FailedPreconditionError(absl::StrCat("`", command.argv[1], "` in ",
                                                    directory.string(), " ", Describe(*outcome),
                                                    ":\n", Tail(outcome->output)));
}

// What the check executable is linked from, by ninja's names, but for the lab's own library.
class LinkInputs {
 public:
  absl::StatusOr<std::vector<std::string>> Of(const LabBuild& build) {
    std::error_code error;
    const auto configured = fs::last_write_time(build.tree / "build.ninja", error);
    const std::string target = fs::relative(build.check_executable, build.tree, error).string();
    const auto key = std::pair(build.tree.string(), target);
    {
      absl::MutexLock lock(&mutex_);
      auto it = known_.find(key);
      if (it != known_.end() && it->second.first == configured) return it->second.second;
    }
    absl::StatusOr<std::string> text =
        RunTool({"ninja", "-t", "query", target}, build.tree, nullptr);
    if (!text.ok()) return text.status();
    std::vector<std::string> inputs;
    for (std::string_view line : absl::StrSplit(*text, '\n')) {
      if (line == "  outputs:") break;
      if (!line.starts_with("    ")) continue;
      // "    | x" is an implicit input, "    || x" only orders.
      line = absl::StripAsciiWhitespace(line);
      if (line.starts_with("||")) continue;
      if (line.starts_with("|")) line.remove_prefix(1);
      line = absl::StripAsciiWhitespace(line);
      if (line != build.library_target) inputs.emplace_back(line);
    }
    absl::MutexLock lock(&mutex_);
    known_[key] = {configured, inputs};
    return inputs;
  }

 private:
  absl::Mutex mutex_;
  std::map<std::pair<std::string, std::string>,
           std::pair<fs::file_time_type, std::vector<std::string>>>
      known_ ABSL_GUARDED_BY(mutex_);
};

// Whether `file` exists and is no older than any of `inputs`.
bool UpToDate(const fs::path& file, const fs::path& tree, const std::vector<std::string>& inputs) {
  std::error_code error;
  const fs::file_time_type made = fs::last_write_time(file, error);
  if (error) return false;
  return std::all_of(inputs.begin(), inputs.end(), [&](const std::string& input) {
    std::error_code missing;
    const fs::file_time_type changed = fs::last_write_time(tree / input, missing);
    return !missing && changed <= made;
  });
}

}  // namespace

absl::Status ConfigureTree(const Workspace& workspace, const std::string& preset,
                           const ProgressFn& progress) {
  const fs::path tree = workspace.Tree(preset);
  std::error_code error;
  // Both exist only after cmake got to its end.
  if (fs::exists(tree / "build.ninja", error) && fs::exists(tree / "labs.json", error)) {
    return absl::OkStatus();
  }
  const TreeLock lock(workspace, preset);
  if (progress) progress({absl::StrCat("configuring ", preset), -1, -1});
  // One copy of the libraries' sources for all trees, beside them: the checkout may be read-only.
  return RunTool({"cmake", "--preset", preset, "-B", tree.string(), "-S", workspace.root.string(),
                  absl::StrCat("-DRACELAB_SOURCES=", (workspace.build / "sources").string())},
                 workspace.root, nullptr)
      .status();
}

absl::Status BuildTargets(const Workspace& workspace, const std::string& preset,
                          const std::vector<std::string>& targets, const ProgressFn& progress) {
  const TreeLock lock(workspace, preset);
  NinjaProgress ninja(absl::StrCat("building ", preset), progress);
  std::vector<std::string> argv = {"ninja"};
  argv.insert(argv.end(), targets.begin(), targets.end());
  return RunTool(std::move(argv), workspace.Tree(preset), &ninja).status();
}

absl::Status BuildCheck(const Workspace& workspace, const std::string& preset,
                        const LabBuild& build, const ProgressFn& progress) {
  static LinkInputs* const link_inputs = new LinkInputs;
  // A tree that cannot be written is used as it is.
  if (access(build.tree.c_str(), W_OK) != 0 && access(build.check_executable.c_str(), X_OK) == 0) {
    return absl::OkStatus();
  }
  absl::StatusOr<std::vector<std::string>> inputs = link_inputs->Of(build);
  if (!inputs.ok()) return inputs.status();
  absl::Status status = BuildTargets(workspace, preset, *inputs, progress);
  if (!status.ok() || UpToDate(build.check_executable, build.tree, *inputs)) return status;
  std::error_code error;
  return BuildTargets(workspace, preset,
                      {fs::relative(build.check_executable, build.tree, error).string()}, progress);
}

}  // namespace racelab
