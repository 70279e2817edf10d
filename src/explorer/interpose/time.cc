// Clocks and sleeping, in virtual time.
#include <errno.h>
#include <sched.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "interpose.h"
#include "polling.h"
#include "virtual_time.h"

namespace racelab::explorer {
namespace {

void SleepUntil(std::int64_t deadline_ns, std::uintptr_t pc) {
  RuntimeScope scope;
  if (g_polling.forbidden()) g_polling.CheckSleep(deadline_ns, pc);
  g_run.Point(Operation{OpKind::kSleep, 0, 0, 0, pc});
  g_run.AdvanceTo(deadline_ns);
}

void Yield(std::uintptr_t pc) {
  RuntimeScope scope;
  // In the middle of a loop that is known to wait for a value: see callbacks_atomic.cc.
  const Thread& self = g_run.current();
  if (self.spins >= 2 && self.spin_step == g_run.steps()) return;
  g_run.Point(Operation{OpKind::kYield, 0, 0, 0, pc});
}

// Time passes for whoever looks at the clock, so that waiting for a deadline by looking at it ends.
timespec Look(std::uintptr_t pc) {
  constexpr std::int64_t kLookNs = 1000;
  constexpr int kLooksWithoutPointMax = 100;
  g_run.AdvanceTo(g_run.now_ns() + kLookNs);
  Thread& self = g_run.current();
  if (++self.clock_looks > kLooksWithoutPointMax) {
    self.clock_looks = 0;
    Yield(pc);
  }
  return VirtualNow();
}

bool IsValid(const timespec& time) { return time.tv_nsec >= 0 && time.tv_nsec < kNsPerSecond; }

}  // namespace
}  // namespace racelab::explorer

using namespace racelab::explorer;

RACELAB_INTERPOSE int clock_gettime(clockid_t clock, timespec* now) {
  RACELAB_PASS_THROUGH(clock_gettime, clock, now);
  *now = Look(RACELAB_CALLER_PC());
  return 0;
}

RACELAB_INTERPOSE int gettimeofday(timeval* now, void* zone) {
  RACELAB_PASS_THROUGH(gettimeofday, now, zone);
  const timespec time = Look(RACELAB_CALLER_PC());
  *now = timeval{time.tv_sec, time.tv_nsec / 1000};
  return 0;
}

RACELAB_INTERPOSE time_t time(time_t* result) {
  RACELAB_PASS_THROUGH(time, result);
  const time_t now = Look(RACELAB_CALLER_PC()).tv_sec;
  if (result != nullptr) *result = now;
  return now;
}

RACELAB_INTERPOSE clock_t clock() {
  RACELAB_PASS_THROUGH(clock);
  Look(RACELAB_CALLER_PC());
  return g_run.now_ns() / (kNsPerSecond / CLOCKS_PER_SEC);
}

RACELAB_INTERPOSE int nanosleep(const timespec* duration, timespec* left) {
  RACELAB_PASS_THROUGH(nanosleep, duration, left);
  if (!IsValid(*duration)) {
    errno = EINVAL;
    return -1;
  }
  SleepUntil(DeadlineAfterNs(*duration), RACELAB_CALLER_PC());
  return 0;
}

RACELAB_INTERPOSE int clock_nanosleep(clockid_t clock, int flags, const timespec* time,
                                      timespec* left) {
  RACELAB_PASS_THROUGH(clock_nanosleep, clock, flags, time, left);
  if (!IsValid(*time)) return EINVAL;
  SleepUntil((flags & TIMER_ABSTIME) != 0 ? DeadlineNs(*time) : DeadlineAfterNs(*time),
             RACELAB_CALLER_PC());
  return 0;
}

RACELAB_INTERPOSE int usleep(useconds_t us) {
  RACELAB_PASS_THROUGH(usleep, us);
  SleepUntil(g_run.now_ns() + std::int64_t{us} * 1000, RACELAB_CALLER_PC());
  return 0;
}

RACELAB_INTERPOSE unsigned sleep(unsigned s) {
  RACELAB_PASS_THROUGH(sleep, s);
  SleepUntil(g_run.now_ns() + s * kNsPerSecond, RACELAB_CALLER_PC());
  return 0;
}

RACELAB_INTERPOSE int sched_yield() {
  RACELAB_PASS_THROUGH(sched_yield);
  Yield(RACELAB_CALLER_PC());
  return 0;
}
