#include "body.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "control.h"
#include "gtest/gtest-spi.h"
#include "gtest/gtest.h"
#include "kind_mark.h"
#include "names.h"
#include "process.h"
#include "shared_memory.h"

extern "C" __attribute__((weak)) int __lsan_do_recoverable_leak_check();

namespace racelab::faults {
namespace {

// Failed expectations go where the supervisor sees them, from whatever process they come.
class Capture : public testing::ScopedFakeTestPartResultReporter {
 public:
  Capture() : ScopedFakeTestPartResultReporter(INTERCEPT_ALL_THREADS, &unused_) {}

  void ReportTestPartResult(const testing::TestPartResult& result) override {
    if (!result.failed()) return;
    std::string message = result.message();
    const std::string kind = TakeKind(message);
    ReportDefect(kind.c_str(), message, result.file_name(), result.line_number());
  }

 private:
  testing::TestPartResultArray unused_;
};

// Runs `function`; a process that was forked inside and comes back out goes no further.
void Guarded(const std::function<void()>& function) {
  const int number = Self();
  try {
    function();
  } catch (const std::exception& error) {
    ReportDefect("crash", std::string("an exception left the submission: ") + error.what(), nullptr,
                 0);
  } catch (...) {
    ReportDefect("crash", "an exception left the submission", nullptr, 0);
  }
  if (Self() == number) return;
  ReportDefect("wrong-value",
               ProcessName(Self()) +
                   " returned to the caller, which now runs twice: a child ends with _exit()",
               nullptr, 0, g_control->process[Self()].fork_pc);
  _exit(0);
}

void ReportStatus(int number, int status) {
  const bool killed = number >= 0 && g_control->process[number].killed;
  if (killed || (WIFEXITED(status) && WEXITSTATUS(status) == 0)) return;
  std::string message = ProcessName(number);
  if (WIFSIGNALED(status)) {
    message += std::string(" was killed by SIG") + sigabbrev_np(WTERMSIG(status));
  } else {
    message += " ended with status " + std::to_string(WEXITSTATUS(status)) + " inside of a call";
  }
  ReportDefect("crash", message, nullptr, 0);
}

}  // namespace

void RunBodyAndExit(const std::function<void()>& body) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  setpgid(0, 0);
  ForgetSharedMappings();
  BecomeFirst();
  const Capture capture;
  const std::vector<int> before = OpenDescriptors();
  Guarded(body);
  // From here on no step of ours is the submission's: nobody else needs to run.
  ReportWhatIsLeft(before);
  if (__lsan_do_recoverable_leak_check != nullptr) __lsan_do_recoverable_leak_check();
  g_control->body_ended = true;
  std::fflush(nullptr);
  _exit(0);
}

pid_t StartProcess(const std::function<void()>& function, int& number) {
  number = g_control->processes.load();
  const pid_t pid = Fork(0);
  if (pid != 0) return pid < 0 ? 0 : pid;
  Guarded(function);
  std::fflush(nullptr);
  _exit(0);
}

void AwaitProcess(pid_t pid, int number) {
  int status = 0;
  while (WaitPid(pid, &status, 0, 0, "the end of the others") < 0 && errno == EINTR) {
  }
  ReportStatus(number, status);
}

void RunInProcesses(const std::vector<std::function<void()>>& functions) {
  std::vector<std::pair<pid_t, int>> children;
  for (const std::function<void()>& function : functions) {
    int number = 0;
    const pid_t pid = StartProcess(function, number);
    if (pid > 0) children.emplace_back(pid, number);
  }
  for (const auto& [pid, number] : children) AwaitProcess(pid, number);
}

}  // namespace racelab::faults
