// Says what the tool is doing while a person waits, and nothing when it is quick.
#ifndef RACELAB_GRADER_PROGRESS_H_
#define RACELAB_GRADER_PROGRESS_H_

#include <functional>
#include <string>
#include <string_view>
#include <thread>

#include "absl/base/thread_annotations.h"
#include "absl/synchronization/mutex.h"
#include "absl/time/time.h"
#include "grader/terminal.h"

namespace racelab {

// What to draw when: the part of Progress without a clock, a thread or a file, so that tests can
// walk through time. Not thread-safe.
//
// On a terminal it keeps one line that is drawn over: "⠹ verify: 12 of 40 …  3 s". Elsewhere it
// gives a plain line a step, for steps that last longer than a second, and one every 15 s after
// that, so that the log of a CI job shows life without being flooded.
class ProgressText {
 public:
  explicit ProgressText(Terminal terminal) : terminal_(terminal) {}

  // A new step begins at `now`. A step that continues another (a changed count) keeps its clock
  // with Restate, so that the seconds shown do not start again.
  void Begin(std::string_view step, absl::Time now);
  void Restate(std::string_view step);
  void End();

  // The bytes to write at `now`; often none.
  std::string Tick(absl::Time now);

  // The bytes that take the line away, so that other text can be printed; none if there is none.
  std::string Clear();

 private:
  const Terminal terminal_;
  std::string step_;
  absl::Time begin_;
  absl::Time next_line_;  // when the next plain line is due
  int frame_ = 0;
  bool drawn_ = false;
};

// Draws the progress on a stream (stderr in the tool) from a thread of its own. Thread-safe: the
// judge's threads report their steps while others work. No call blocks on work, only for a write.
class ProgressLine {
 public:
  using Sink = std::function<void(std::string_view)>;

  // `sink` writes to where `terminal` was detected; it is called by one thread at a time. A quiet
  // progress (no sink) does nothing.
  ProgressLine(Terminal terminal, Sink sink);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void Begin(std::string_view step) ABSL_LOCKS_EXCLUDED(mutex_);
  void Restate(std::string_view step) ABSL_LOCKS_EXCLUDED(mutex_);

  // Writes whole lines above the progress: what should be known before the end.
  void Note(std::string_view lines) ABSL_LOCKS_EXCLUDED(mutex_);

  // Ends the step and takes its line away. Call it before printing a result.
  void End() ABSL_LOCKS_EXCLUDED(mutex_);

 private:
  void Run() ABSL_LOCKS_EXCLUDED(mutex_);
  void Write(const std::string& bytes) ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);

  const Sink sink_;
  absl::Mutex mutex_;
  ProgressText text_ ABSL_GUARDED_BY(mutex_);
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread drawer_;  // last: it uses every member above
};

// The progress of this process: on stderr.
ProgressLine::Sink StderrSink();

}  // namespace racelab

#endif  // RACELAB_GRADER_PROGRESS_H_
