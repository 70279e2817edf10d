#include "grader/progress.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"

namespace racelab {
namespace {

// A step shorter than this needs no words.
constexpr absl::Duration kSilence = absl::Seconds(1);
constexpr absl::Duration kPlainLine = absl::Seconds(15);
constexpr absl::Duration kFrame = absl::Milliseconds(120);
constexpr std::array<std::string_view, 10> kFrames = {"⠋", "⠙", "⠹", "⠸", "⠼",
                                                      "⠴", "⠦", "⠧", "⠇", "⠏"};
constexpr std::string_view kEraseLine = "\r\033[K";

}  // namespace

void ProgressText::Begin(std::string_view step, absl::Time now) {
  step_ = std::string(step);
  begin_ = now;
  next_line_ = now + kSilence;
}

void ProgressText::Restate(std::string_view step) { step_ = std::string(step); }

void ProgressText::End() { step_.clear(); }

std::string ProgressText::Tick(absl::Time now) {
  if (step_.empty() || now - begin_ < kSilence) return "";
  if (!terminal_.interactive) {
    if (now < next_line_) return "";
    next_line_ = now + kPlainLine;
    return absl::StrCat("racelab: ", step_, "\n");
  }
  drawn_ = true;
  const std::string seconds = absl::StrCat("  ", absl::ToInt64Seconds(now - begin_), " s");
  const int room = terminal_.columns - 3 - DisplayWidth(seconds);
  return absl::StrCat(kEraseLine, terminal_.Paint(Style::kCyan, kFrames[frame_++ % kFrames.size()]),
                      " ", CutTo(step_, room), terminal_.Paint(Style::kDim, seconds));
}

std::string ProgressText::Clear() {
  return std::exchange(drawn_, false) ? std::string(kEraseLine) : "";
}

ProgressLine::ProgressLine(Terminal terminal, Sink sink) : sink_(std::move(sink)), text_(terminal) {
  if (sink_) drawer_ = std::thread([this] { Run(); });
}

ProgressLine::~ProgressLine() {
  {
    absl::MutexLock lock(&mutex_);
    stopping_ = true;
    Write(text_.Clear());
  }
  if (drawer_.joinable()) drawer_.join();
}

void ProgressLine::Begin(std::string_view step) {
  absl::MutexLock lock(&mutex_);
  text_.Begin(step, absl::Now());
}

void ProgressLine::Restate(std::string_view step) {
  absl::MutexLock lock(&mutex_);
  text_.Restate(step);
}

void ProgressLine::Note(std::string_view lines) {
  absl::MutexLock lock(&mutex_);
  Write(absl::StrCat(text_.Clear(), lines));
}

void ProgressLine::End() {
  absl::MutexLock lock(&mutex_);
  text_.End();
  Write(text_.Clear());
}

void ProgressLine::Run() {
  absl::MutexLock lock(&mutex_);
  while (!mutex_.AwaitWithTimeout(absl::Condition(&stopping_), kFrame)) {
    Write(text_.Tick(absl::Now()));
  }
}

void ProgressLine::Write(const std::string& bytes) {
  if (sink_ && !bytes.empty()) sink_(bytes);
}

ProgressLine::Sink StderrSink() {
  return [](std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t written = ::write(STDERR_FILENO, bytes.data(), bytes.size());
      if (written <= 0) return;  // nobody listens any more; the result still counts
      bytes.remove_prefix(static_cast<size_t>(written));
    }
  };
}

}  // namespace racelab
