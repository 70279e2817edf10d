#include "watchdog.h"

#include <signal.h>
#include <sys/time.h>
#include <ucontext.h>

#include <cstdint>

#include "real.h"
#include "run.h"

namespace racelab::explorer {
namespace {

constexpr int kSecondsMax = 2;

std::int64_t last_progress = -1;
int seconds_without_progress = 0;

void OnTick(int, siginfo_t*, void* context) {
  if (!g_active || g_run.progress() != last_progress) {
    last_progress = g_run.progress();
    seconds_without_progress = 0;
    return;
  }
  if (++seconds_without_progress < kSecondsMax) return;
  seconds_without_progress = 0;
  g_active = false;
  const auto& registers = static_cast<ucontext_t*>(context)->uc_mcontext.gregs;
  g_run.Fail("hang", "computes for ever without doing anything that another thread could see", 0,
             static_cast<std::uintptr_t>(registers[REG_RIP]));
}

}  // namespace

void StartWatchdog() {
  static bool started = false;
  if (started) return;
  started = true;
  struct sigaction action = {};
  action.sa_sigaction = &OnTick;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER | SA_RESTART;
  RACELAB_REAL(sigaction)(SIGVTALRM, &action, nullptr);
  const itimerval every_second = {{1, 0}, {1, 0}};
  setitimer(ITIMER_VIRTUAL, &every_second, nullptr);
}

}  // namespace racelab::explorer
