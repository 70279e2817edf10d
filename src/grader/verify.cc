#include "grader/verify.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"

namespace racelab {
namespace {

bool Right(Role role) { return role == Role::kSolution || role == Role::kAlternative; }

bool IsDeclared(const VerifyRow& row, Kind verdict) {
  if (verdict == row.submission.expected) return true;
  return row.partial && verdict == Kind::kPass && !Right(row.submission.role);
}

// Collects what the judging threads find.
bool MustSee(const VerifyRow& row, const std::string& variant) {
  const std::vector<std::string>& seen_by = row.lab->seen_by;
  return row.submission.role == Role::kStarter &&
         std::find(seen_by.begin(), seen_by.end(), variant) != seen_by.end();
}

class Collector {
 public:
  Collector(VerifyResult& result, size_t total, const VerifyProgress& progress)
      : result_(result), total_(total), progress_(progress) {}

  void Add(VerifyRow& row, const absl::StatusOr<Report>& report) ABSL_LOCKS_EXCLUDED(mutex_) {
    absl::MutexLock lock(&mutex_);
    if (report.ok()) {
      AddReport(row, *report);
    } else {
      row.message = std::string(report.status().message());
      row.verdicts.push_back(Kind::kEnvironment);
      result_.errors.push_back(report.status());
    }
    progress_(++done_, total_, row);
  }

 private:
  static void AddReport(VerifyRow& row, const Report& report) {
    row.verdicts.push_back(report.verdict);
    for (const VariantOutcome& variant : report.variants) {
      if (!variant.judged) continue;
      row.by_variant[variant.variant].push_back(variant.verdict);
      if (!IsStudentFailure(variant.verdict) && MustSee(row, variant.variant)) {
        row.overlooked.insert(variant.variant);
      }
    }
    if (IsDeclared(row, report.verdict) || !row.message.empty()) return;
    row.message = report.findings.empty() ? "no finding" : report.findings[0].message;
  }

  VerifyResult& result_;
  const size_t total_;
  const VerifyProgress& progress_;
  absl::Mutex mutex_;
  size_t done_ ABSL_GUARDED_BY(mutex_) = 0;
};

// Every run of every row is judged by itself: the runs of one submission are far apart, as runs on
// different days are.
void JudgeRows(Judge& judge, const JudgeOptions& options, const VerifyProgress& progress,
               VerifyResult& result) {
  const size_t rows = result.rows.size();
  const size_t total = rows * static_cast<size_t>(result.runs);
  Collector collector(result, total, progress);
  const auto judge_range = [&](const tbb::blocked_range<size_t>& range) {
    for (size_t i = range.begin(); i != range.end(); ++i) {
      VerifyRow& row = result.rows[i % rows];
      // Isolated: while the judge waits for the variants of this submission, this thread must not
      // begin another submission inside it.
      tbb::this_task_arena::isolate(
          [&] { collector.Add(row, judge.Check(*row.lab, row.submission.file, options)); });
    }
  };
  tbb::task_arena arena(ChildrenAtOnce());
  arena.execute([&] {
    tbb::parallel_for(tbb::blocked_range<size_t>(0, total, 1), judge_range,
                      tbb::simple_partitioner());
  });
}

}  // namespace

bool VerifyRow::Stable() const {
  return std::adjacent_find(verdicts.begin(), verdicts.end(), std::not_equal_to<>()) ==
         verdicts.end();
}

bool VerifyRow::AsDeclared() const {
  return overlooked.empty() && !verdicts.empty() &&
         std::all_of(verdicts.begin(), verdicts.end(),
                     [this](Kind verdict) { return IsDeclared(*this, verdict); });
}

std::string SubmissionLabel(const Submission& submission) {
  switch (submission.role) {
    case Role::kStarter:
    case Role::kSolution:
      return std::string(RoleName(submission.role));
    case Role::kAlternative:
      return absl::StrCat("alternatives/", submission.name);
    case Role::kMutant:
      return absl::StrCat("mutants/", submission.name);
  }
  return submission.name;
}

size_t VerifyResult::NotAsDeclared() const {
  return static_cast<size_t>(std::count_if(rows.begin(), rows.end(),
                                           [](const VerifyRow& row) { return !row.AsDeclared(); }));
}

bool VerifyResult::Stable() const {
  return std::all_of(rows.begin(), rows.end(), [](const VerifyRow& row) { return row.Stable(); });
}

VerifyResult Verify(Judge& judge, const std::vector<const Lab*>& labs, const JudgeOptions& options,
                    int runs, const VerifyProgress& progress) {
  const absl::Time start = absl::Now();
  VerifyResult result;
  result.runs = runs;
  for (const Lab* lab : labs) {
    absl::StatusOr<std::vector<Submission>> submissions = SubmissionsOf(*lab);
    if (!submissions.ok()) {
      result.errors.push_back(submissions.status());
      continue;
    }
    for (Submission& submission : *submissions) {
      VerifyRow row;
      row.lab = lab;
      row.submission = std::move(submission);
      row.partial = !options.variants.empty() && options.variants.size() < lab->variants.size();
      result.rows.push_back(std::move(row));
    }
  }
  JudgeOptions with_objects = options;
  with_objects.reuse_objects = runs > 1;
  JudgeRows(judge, with_objects, progress, result);
  result.seconds = absl::ToDoubleSeconds(absl::Now() - start);
  return result;
}

}  // namespace racelab
