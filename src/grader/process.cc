#include "grader/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "grader/process_tree.h"
#include "grader/spawn.h"
#include "grader/watch.h"

namespace racelab {
namespace {

constexpr std::size_t kOutputKept = 256 << 10;
// How often the watch looks: often at first, where most children end.
constexpr absl::Duration kFirstLooks = absl::Milliseconds(10);
constexpr absl::Duration kLaterLooks = absl::Milliseconds(40);
// A keeper has nothing left to do once its descendants are dead.
constexpr absl::Duration kKeeperGrace = absl::Seconds(10);

// The reading end of a pipe, and what came out of it.
class Stream {
 public:
  Stream(std::size_t kept, std::int64_t limit) : kept_(kept), limit_(limit) {}
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() { Close(); }

  // Returns the writing end, -1 when out of descriptors.
  int Open() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return -1;
    fd_ = ends[0];
    fcntl(fd_, F_SETFL, O_NONBLOCK);
    return ends[1];
  }

  // Reads what is there. False once the limit is passed.
  bool Drain(const std::function<void(std::string_view)>& on_text = nullptr) {
    std::array<char, 65536> buffer;
    while (fd_ >= 0 && total_ <= limit_) {
      const ssize_t n = read(fd_, buffer.data(), buffer.size());
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) break;
      if (n == 0) {
        Close();
        break;
      }
      total_ += n;
      if (on_text) on_text(std::string_view(buffer.data(), static_cast<std::size_t>(n)));
      text_.append(buffer.data(), std::min<std::size_t>(n, kept_ - std::min(kept_, text_.size())));
    }
    return total_ <= limit_;
  }

  void Close() {
    if (fd_ >= 0) close(fd_);
    fd_ = -1;
  }

  int fd() const { return fd_; }
  std::int64_t total() const { return total_; }
  std::string TakeText() { return std::move(text_); }

 private:
  const std::size_t kept_;
  const std::int64_t limit_;
  std::int64_t total_ = 0;
  int fd_ = -1;
  std::string text_;
};

// One child from its start to the end of everything it started.
class Session {
 public:
  explicit Session(const Command& command)
      : command_(command),
        output_(kOutputKept, command.limits.output_bytes),
        channel_(static_cast<std::size_t>(command.limits.channel_bytes),
                 command.limits.channel_bytes) {}

  ~Session() {
    if (keeper_.events_fd >= 0) close(keeper_.events_fd);
  }

  absl::StatusOr<Outcome> Run() {
    started_ = absl::Now();
    absl::Status status = Start();
    if (!status.ok()) return status;
    Watch watch(keeper_.pid, command_, started_);
    Attend(watch);
    Finish();
    outcome_.wall = absl::Now() - started_;
    outcome_.cpu = watch.cpu();
    outcome_.memory_peak_mib = watch.memory_peak_mib();
    outcome_.output = output_.TakeText();
    outcome_.channel = channel_.TakeText();
    return std::move(outcome_);
  }

 private:
  absl::Status Start() {
    const int output = output_.Open();
    const int channel = command_.open_channel ? channel_.Open() : -1;
    absl::StatusOr<Keeper> keeper =
        output < 0 || (command_.open_channel && channel < 0)
            ? absl::ErrnoToStatus(errno, "cannot open a pipe for a child process")
            : Spawn({command_.argv, command_.environment, command_.directory, command_.limits,
                     output, channel});
    if (output >= 0) close(output);
    if (channel >= 0) close(channel);
    if (!keeper.ok()) return keeper.status();
    keeper_ = *keeper;
    fcntl(keeper_.events_fd, F_SETFL, O_NONBLOCK);
    return absl::OkStatus();
  }

  // Until the child has ended, or must be ended.
  void Attend(Watch& watch) {
    absl::Time next_look = started_ + kFirstLooks;
    while (!ended_) {
      WaitForInput(next_look);
      const std::int64_t heard = channel_.total();
      std::optional<Ending> verdict = ReadAll();
      if (channel_.total() != heard) watch.Heard();
      const absl::Time now = absl::Now();
      if (!verdict && !ended_ && now >= next_look) {
        verdict = watch.Look(now);
        next_look = now + (now - started_ < absl::Milliseconds(200) ? kFirstLooks : kLaterLooks);
      }
      if (!verdict) continue;
      // It may have ended by itself while we looked.
      ReadEvents();
      if (ended_) return;
      outcome_.ending = *verdict;
      ended_ = true;
      ended_by_us_ = true;
      const bool stalled = *verdict == Ending::kStuck || *verdict == Ending::kTimeLimit;
      if (stalled && command_.before_kill) command_.before_kill({*verdict, watch.processes()});
    }
  }

  void WaitForInput(absl::Time until) {
    pollfd fds[] = {{keeper_.events_fd, POLLIN, 0},
                    {output_.fd(), POLLIN, 0},  // poll ignores a negative descriptor.
                    {channel_.fd(), POLLIN, 0}};
    const std::int64_t ms = absl::ToInt64Milliseconds(until - absl::Now()) + 1;
    poll(fds, 3, static_cast<int>(std::max<std::int64_t>(ms, 0)));
  }

  std::optional<Ending> ReadAll() {
    ReadEvents();
    if (!output_.Drain(command_.on_output)) return Ending::kOutputLimit;
    if (!channel_.Drain()) return Ending::kChannelLimit;
    return std::nullopt;
  }

  void ReadEvents() {
    KeeperEvent event;
    ssize_t n;
    while ((n = read(keeper_.events_fd, &event, sizeof(event))) == sizeof(event)) Note(event);
    if (n != 0) return;
    keeper_gone_ = true;
    if (!ended_) outcome_.ending = Ending::kKeeperKilled;
    ended_ = true;
  }

  void Note(const KeeperEvent& event) {
    switch (event.type) {
      case KeeperEvent::kStarted:
        child_ = event.pid;
        outcome_.randomization_off = event.value != 0;
        break;
      case KeeperEvent::kCannotStart:
        outcome_.ending = Ending::kNotStarted;
        outcome_.code = event.value;
        ended_ = true;
        break;
      case KeeperEvent::kEnded:
        NoteEnd(event.value);
        break;
      case KeeperEvent::kLeftBehind:
        if (!ended_by_us_) outcome_.left_behind.push_back({event.pid, event.name});
        break;
      default:
        break;
    }
  }

  void NoteEnd(int wait_status) {
    if (ended_) return;  // It was not started, or we have ended it ourselves.
    ended_ = true;
    if (WIFEXITED(wait_status)) {
      outcome_.ending = Ending::kExited;
      outcome_.code = WEXITSTATUS(wait_status);
    } else {
      outcome_.ending = Ending::kSignaled;
      outcome_.code = WTERMSIG(wait_status);
    }
  }

  // Ends what is still there, and sees the keeper out: it goes when it has nothing left to reap.
  // Pipes may be held open by a process that escaped; nothing here waits for their end.
  void Finish() {
    // Most children stay in one group, which ends at one stroke, even a fork bomb.
    if (child_ > 0 && ended_by_us_) kill(-child_, SIGKILL);
    ReadAll();
    const absl::Time give_up = absl::Now() + kKeeperGrace;
    while (!keeper_gone_ && absl::Now() < give_up) {
      KillDescendants(keeper_.pid);
      WaitForInput(absl::Now() + absl::Milliseconds(1));
      ReadAll();
    }
    const bool orphans = !keeper_gone_ || outcome_.ending == Ending::kKeeperKilled;
    Dismiss(keeper_.pid);
    if (orphans) EndStrays();
  }

  const Command& command_;
  Stream output_;
  Stream channel_;
  Keeper keeper_;
  pid_t child_ = 0;
  absl::Time started_;
  Outcome outcome_;
  bool ended_ = false;        // The child has ended, or is being ended.
  bool ended_by_us_ = false;  // What remains then is no fault of the child's.
  bool keeper_gone_ = false;
};

}  // namespace

absl::StatusOr<Outcome> Run(const Command& command) { return Session(command).Run(); }

std::string Describe(const Outcome& outcome) {
  switch (outcome.ending) {
    case Ending::kExited:
      return absl::StrCat("exited with status ", outcome.code);
    case Ending::kSignaled: {
      const char* name = sigabbrev_np(outcome.code);
      return absl::StrCat("was killed by SIG", name == nullptr ? "?" : name);
    }
    case Ending::kStuck:
      return "was stuck: every thread waited, and nothing could wake one";
    case Ending::kTimeLimit:
      return "did not end in its time";
    case Ending::kStarved:
      return "got hardly any processor time on this machine, which is too busy";
    case Ending::kMemoryLimit:
      return "used more memory than it may";
    case Ending::kProcessLimit:
      return "had more processes and threads than it may";
    case Ending::kOutputLimit:
      return "printed more than it may";
    case Ending::kChannelLimit:
      return "reported more than it may";
    case Ending::kKeeperKilled:
      return "killed the process that watches over it";
    case Ending::kNotStarted:
      return absl::StrCat("could not be started: ", strerror(outcome.code));
  }
  return "";
}

}  // namespace racelab
