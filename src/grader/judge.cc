#include "grader/judge.h"

#include <tbb/global_control.h>
#include <tbb/task_arena.h>
#include <tbb/task_group.h>

#include <algorithm>
#include <map>
#include <system_error>
#include <thread>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "grader/build_replay.h"
#include "grader/build_tree.h"
#include "grader/check_run.h"
#include "grader/object_store.h"
#include "grader/preflight.h"
#include "grader/staging.h"
#include "grader/verdict.h"

namespace racelab {
namespace fs = std::filesystem;
namespace {

// Calls the caller's progress function one call at a time.
class SerialProgress {
 public:
  explicit SerialProgress(ProgressFn progress) : progress_(std::move(progress)) {}

  void Tell(const Progress& progress) {
    absl::MutexLock lock(&mutex_);
    if (progress_) progress_(progress);
  }

  ProgressFn AsFunction() {
    return [this](const Progress& progress) { Tell(progress); };
  }

 private:
  absl::Mutex mutex_;
  const ProgressFn progress_ ABSL_GUARDED_BY(mutex_);
};

absl::StatusOr<std::vector<std::string>> VariantsOf(const Lab& lab, const JudgeOptions& options) {
  if (options.variants.empty()) return lab.variants;
  std::vector<std::string> variants;
  for (const std::string& variant : options.variants) {
    if (std::find(lab.variants.begin(), lab.variants.end(), variant) == lab.variants.end()) {
      return absl::InvalidArgumentError(
          absl::StrCat("lab ", lab.name, " is not judged in the variant '", variant,
                       "'; it has: ", absl::StrJoin(lab.variants, ", ")));
    }
    variants.push_back(variant);
  }
  return variants;
}

// The variants that one tree judges: one compilation serves all of them.
struct TreePlan {
  std::string preset;
  std::vector<std::string> variants;
};

std::vector<TreePlan> PlansFor(const std::vector<std::string>& variants,
                               const std::string& compiler) {
  std::vector<TreePlan> plans;
  for (const std::string& variant : variants) {
    const std::string preset = Workspace::PresetOf(variant, compiler);
    auto plan = std::find_if(plans.begin(), plans.end(),
                             [&](const TreePlan& p) { return p.preset == preset; });
    if (plan == plans.end()) plan = plans.insert(plans.end(), {preset, {}});
    plan->variants.push_back(variant);
  }
  return plans;
}

VariantOutcome NotJudged(const std::string& variant, const std::string& compiler, Kind verdict,
                         std::string why) {
  VariantOutcome outcome;
  outcome.variant = variant;
  outcome.compiler = compiler;
  outcome.verdict = verdict;
  outcome.why = std::move(why);
  return outcome;
}

}  // namespace

class Judge::Impl {
 public:
  explicit Impl(Workspace workspace)
      : workspace_(std::move(workspace)), preflight_(workspace_), objects_(workspace_) {}

  absl::StatusOr<Report> Check(const Lab& lab, const fs::path& submission,
                               const JudgeOptions& options);
  absl::Status Prepare(std::span<const Lab* const> labs, const JudgeOptions& options);

 private:
  // What the judging of one submission shares between its trees.
  struct Case {
    const Lab& lab;
    const JudgeOptions& options;
    const fs::path staging;
    SerialProgress& progress;
    absl::Mutex mutex;
    std::vector<VariantOutcome> outcomes ABSL_GUARDED_BY(mutex);
    std::vector<Finding> findings ABSL_GUARDED_BY(mutex);
    absl::Status status ABSL_GUARDED_BY(mutex);
  };

  // The lab as the preset's tree has it, its check built and its sanitizer proved.
  absl::StatusOr<Lab> Ready(const std::string& lab, const TreePlan& plan, SerialProgress& progress);

  absl::Status JudgeInTree(Case& job, const TreePlan& plan);
  // Leaves the object of the submission at `object`, or says why there is none.
  absl::StatusOr<std::optional<Finding>> Compile(const Case& job, const Lab& lab,
                                                 const LabBuild& build, const ReplayPaths& paths,
                                                 const fs::path& object);
  absl::Status JudgeVariant(Case& job, const Lab& lab, const LabBuild& build,
                            const fs::path& object, absl::Duration compiled_in);
  ReplayPaths PathsFor(const Case& job, const std::string& variant);
  static void NoteCompileError(Case& job, const TreePlan& plan, const LabBuild& build,
                               Finding finding);

  const Workspace workspace_;
  CommandLines command_lines_;
  Preflight preflight_;
  ObjectStore objects_;
  const tbb::global_control threads_{tbb::global_control::max_allowed_parallelism,
                                     static_cast<std::size_t>(ChildrenAtOnce())};
  tbb::task_arena arena_{ChildrenAtOnce()};  // Every task waits for a child.
};

absl::StatusOr<Lab> Judge::Impl::Ready(const std::string& name, const TreePlan& plan,
                                       SerialProgress& progress) {
  absl::Status status = ConfigureTree(workspace_, plan.preset, progress.AsFunction());
  if (!status.ok()) return status;
  const fs::path tree = workspace_.Tree(plan.preset);
  for (int attempt = 0;; ++attempt) {
    absl::StatusOr<Catalog> catalog = Catalog::Load(tree);
    if (!catalog.ok()) return catalog.status();
    const Lab* const lab = catalog->Find(name);
    if (lab == nullptr && attempt == 0) {
      // A lab that was added since: ninja knows that the tree must be configured again.
      status = BuildTargets(workspace_, plan.preset, {"build.ninja"}, progress.AsFunction());
      if (!status.ok()) return status;
      continue;
    }
    if (lab == nullptr) {
      return absl::NotFoundError(
          absl::StrCat("the build tree ", tree.string(), " has no lab ", name));
    }
    for (const LabBuild& build : lab->builds) {
      const bool wanted = std::find(plan.variants.begin(), plan.variants.end(), build.variant) !=
                          plan.variants.end();
      if (!wanted) continue;
      status = BuildCheck(workspace_, plan.preset, build, progress.AsFunction());
      if (!status.ok()) return status;
    }
    // Building may have configured the tree again, with another manifest.
    catalog = Catalog::Load(tree);
    if (!catalog.ok()) return catalog.status();
    const Lab* const again = catalog->Find(name);
    if (again == nullptr) continue;
    return *again;
  }
}

absl::StatusOr<Report> Judge::Impl::Check(const Lab& lab, const fs::path& submission,
                                          const JudgeOptions& options) {
  const absl::Time start = absl::Now();
  absl::StatusOr<std::vector<std::string>> variants = VariantsOf(lab, options);
  if (!variants.ok()) return variants.status();
  absl::StatusOr<Staging> staging = Staging::Make(workspace_);
  if (!staging.ok()) return staging.status();
  Report report;
  report.lab = lab.name;
  report.title = lab.title;
  report.submission = submission.string();
  report.points_max = lab.points;
  for (const std::string& variant : lab.variants) {
    if (std::find(variants->begin(), variants->end(), variant) == variants->end()) {
      report.left_out.push_back(variant);
    }
  }
  if (options.keep_files) {
    staging->Keep();
    report.environment.push_back(absl::StrCat("files kept in ", staging->path().string()));
  }
  std::error_code error;
  fs::create_directory(staging->path() / "source", error);
  absl::StatusOr<std::optional<Finding>> missing =
      StageSource(submission, staging->path() / "source" / lab.student_file);
  if (!missing.ok()) return missing.status();
  if (missing->has_value()) {
    (*missing)->story = lab.Story();
    report.findings.push_back(**missing);
    for (const std::string& variant : *variants) {
      report.variants.push_back(
          NotJudged(variant, "", Kind::kMissingFile, "there is no file to judge"));
    }
    Conclude(report);
    return report;
  }
  SerialProgress progress(options.progress);
  Case job{lab, options, staging->path(), progress, {}, {}, {}, {}};
  arena_.execute([&] {
    tbb::task_group group;
    for (const TreePlan& plan : PlansFor(*variants, options.compiler)) {
      group.run([this, &job, plan] {
        absl::Status status = JudgeInTree(job, plan);
        absl::MutexLock lock(&job.mutex);
        job.status.Update(status);
      });
    }
    group.wait();
  });
  absl::MutexLock lock(&job.mutex);
  if (!job.status.ok()) return job.status;
  for (const std::string& variant : *variants) {
    for (VariantOutcome& outcome : job.outcomes) {
      if (outcome.variant == variant) report.variants.push_back(std::move(outcome));
    }
  }
  report.findings = std::move(job.findings);
  for (const std::string& note : preflight_.Notes()) report.environment.push_back(note);
  Conclude(report);
  report.seconds = absl::ToDoubleSeconds(absl::Now() - start);
  return report;
}

ReplayPaths Judge::Impl::PathsFor(const Case& job, const std::string& variant) {
  ReplayPaths paths{job.staging / "source", job.staging / variant, job.staging / variant / "tmp"};
  std::error_code error;
  fs::create_directories(paths.scratch, error);
  return paths;
}

void Judge::Impl::NoteCompileError(Case& job, const TreePlan& plan, const LabBuild& build,
                                   Finding finding) {
  finding.variant = build.variant;
  finding.story = job.lab.Story();
  absl::MutexLock lock(&job.mutex);
  job.findings.push_back(std::move(finding));
  for (const std::string& variant : plan.variants) {
    job.outcomes.push_back(
        NotJudged(variant, build.compiler, Kind::kCompileError, "the file does not compile"));
  }
}

absl::StatusOr<std::optional<Finding>> Judge::Impl::Compile(const Case& job, const Lab& lab,
                                                            const LabBuild& build,
                                                            const ReplayPaths& paths,
                                                            const fs::path& object) {
  if (!job.options.reuse_objects) return CompileObject(command_lines_, lab, build, paths);
  const std::string key =
      ObjectStore::KeyOf(build.tree / build.object_target, paths.source_folder / lab.student_file);
  if (objects_.Fetch(key, object)) return std::nullopt;
  absl::StatusOr<std::optional<Finding>> refused = CompileObject(command_lines_, lab, build, paths);
  if (refused.ok() && !refused->has_value()) objects_.Keep(key, object);
  return refused;
}

absl::Status Judge::Impl::JudgeInTree(Case& job, const TreePlan& plan) {
  absl::StatusOr<Lab> lab = Ready(job.lab.name, plan, job.progress);
  if (!lab.ok()) return lab.status();
  const LabBuild& first = lab->builds.front();
  const absl::Time start = absl::Now();
  job.progress.Tell(
      {absl::StrCat("compiling ", lab->student_file, " for ", first.variant), -1, -1});
  const ReplayPaths paths = PathsFor(job, first.variant);
  const fs::path object = paths.output_folder / (lab->student_file + ".o");
  absl::StatusOr<std::optional<Finding>> refused = Compile(job, *lab, first, paths, object);
  if (!refused.ok()) return refused.status();
  if (refused->has_value()) {
    NoteCompileError(job, plan, first, **refused);
    return absl::OkStatus();
  }
  const absl::Duration compiled_in = absl::Now() - start;
  tbb::task_group group;
  for (const std::string& variant : plan.variants) {
    auto build = std::find_if(lab->builds.begin(), lab->builds.end(),
                              [&](const LabBuild& b) { return b.variant == variant; });
    if (build == lab->builds.end()) {
      absl::MutexLock lock(&job.mutex);
      job.outcomes.push_back(
          NotJudged(variant, first.compiler, Kind::kPass, "this build has no such variant"));
      continue;
    }
    group.run([&, build] {
      absl::Status status = JudgeVariant(job, *lab, *build, object, compiled_in);
      absl::MutexLock lock(&job.mutex);
      job.status.Update(status);
    });
  }
  group.wait();
  return absl::OkStatus();
}

absl::Status Judge::Impl::JudgeVariant(Case& job, const Lab& lab, const LabBuild& build,
                                       const fs::path& object, absl::Duration compiled_in) {
  const absl::Time start = absl::Now();
  const ReplayPaths paths = PathsFor(job, build.variant);
  VariantVerdict verdict;
  absl::StatusOr<std::optional<Finding>> refused =
      LinkLibrary(command_lines_, build, object, paths);
  if (!refused.ok()) return refused.status();
  if (refused->has_value()) {
    NoteCompileError(job, {"", {build.variant}}, build, **refused);
    return absl::OkStatus();
  }
  absl::StatusOr<std::string> unfit = preflight_.Prove(build, job.progress.AsFunction());
  if (!unfit.ok()) return unfit.status();
  if (unfit->empty()) {
    job.progress.Tell({absl::StrCat("running ", build.variant), -1, -1});
    absl::StatusOr<Evidence> evidence =
        RunCheck({&lab, &build, paths.output_folder, paths.output_folder, job.options.seed});
    if (!evidence.ok()) return evidence.status();
    verdict = FormVerdict(lab, *evidence);
    verdict.outcome.compiler = build.compiler;
  } else {
    verdict.outcome = NotJudged(build.variant, build.compiler, Kind::kEnvironment, *unfit);
  }
  verdict.outcome.seconds = absl::ToDoubleSeconds(absl::Now() - start + compiled_in);
  absl::MutexLock lock(&job.mutex);
  job.outcomes.push_back(std::move(verdict.outcome));
  for (Finding& finding : verdict.findings) job.findings.push_back(std::move(finding));
  return absl::OkStatus();
}

absl::Status Judge::Impl::Prepare(std::span<const Lab* const> labs, const JudgeOptions& options) {
  SerialProgress progress(options.progress);
  for (const Lab* lab : labs) {
    absl::StatusOr<std::vector<std::string>> variants = VariantsOf(*lab, options);
    if (!variants.ok()) return variants.status();
    for (const TreePlan& plan : PlansFor(*variants, options.compiler)) {
      absl::StatusOr<Lab> ready = Ready(lab->name, plan, progress);
      if (!ready.ok()) return ready.status();
      absl::StatusOr<std::string> unfit =
          preflight_.Prove(ready->builds.front(), progress.AsFunction());
      if (!unfit.ok()) return unfit.status();
    }
  }
  return absl::OkStatus();
}

Judge::Judge(Workspace workspace) : impl_(std::make_unique<Impl>(std::move(workspace))) {}
Judge::~Judge() = default;

absl::StatusOr<Report> Judge::Check(const Lab& lab, const fs::path& submission,
                                    const JudgeOptions& options) {
  return impl_->Check(lab, submission, options);
}

absl::Status Judge::Prepare(std::span<const Lab* const> labs, const JudgeOptions& options) {
  return impl_->Prepare(labs, options);
}

int ChildrenAtOnce() {
  return 2 * std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

int ExitCode(const absl::Status& status) {
  if (status.ok()) return 0;
  return absl::IsInvalidArgument(status) || absl::IsNotFound(status) ? 2 : 4;
}

}  // namespace racelab
