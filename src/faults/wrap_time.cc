// Sleeping, yielding, and asking for the time.
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "clock.h"
#include "process.h"

namespace racelab::faults {
namespace {

constexpr std::int64_t kSecondNs = 1'000'000'000;

std::int64_t ToNs(const timespec& time) {
  return std::int64_t{time.tv_sec} * kSecondNs + time.tv_nsec;
}

// Sleeps in virtual time. False when a signal ended it.
bool Sleep(const char* name, std::int64_t ns, std::uintptr_t pc) {
  std::uint16_t legal = kTimeout;
  if (HandledSignal(false) != 0) legal |= kInterrupt;  // Sleeping is never restarted.
  const Visit visit = Arrive(name, pc, legal);
  if (visit.action == kInterrupt) {
    raise(HandledSignal(false));
    errno = EINTR;
    return false;
  }
  WaitUntil({.name = name, .timeout_ns = std::max<std::int64_t>(ns, 1)}, visit,
            [] { return false; });
  return true;
}

}  // namespace

std::int64_t NowNs(clockid_t clock) {
  if (!InSerial() || (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC)) {
    timespec now;
    clock_gettime(clock, &now);
    return ToNs(now);
  }
  return g_control->now_ns +
         (clock == CLOCK_REALTIME ? g_control->realtime_ns : g_control->monotonic_ns);
}

std::int64_t NsUntil(clockid_t clock, const timespec* at) {
  return std::max<std::int64_t>(0, ToNs(*at) - NowNs(clock));
}

}  // namespace racelab::faults

using namespace racelab::faults;

#define WRAP extern "C" __attribute__((visibility("default"), used))

WRAP int __wrap_sched_yield() {
  if (!InSerial()) return sched_yield();
  Yield("sched_yield", RACELAB_PC());
  return 0;
}
WRAP int __wrap_nanosleep(const timespec* time, timespec* left) {
  if (!InSerial()) return nanosleep(time, left);
  if (Sleep("nanosleep", ToNs(*time), RACELAB_PC())) return 0;
  if (left != nullptr) *left = *time;
  return -1;
}
WRAP int __wrap_clock_nanosleep(clockid_t clock, int flags, const timespec* time, timespec* left) {
  if (!InSerial()) return clock_nanosleep(clock, flags, time, left);
  const bool absolute = (flags & TIMER_ABSTIME) != 0;
  const std::int64_t ns = absolute ? NsUntil(clock, time) : ToNs(*time);
  if (Sleep("clock_nanosleep", ns, RACELAB_PC())) return 0;
  if (left != nullptr && !absolute) *left = *time;
  return EINTR;
}
WRAP int __wrap_usleep(useconds_t us) {
  if (!InSerial()) return usleep(us);
  return Sleep("usleep", std::int64_t{us} * 1000, RACELAB_PC()) ? 0 : -1;
}
WRAP unsigned __wrap_sleep(unsigned seconds) {
  if (!InSerial()) return sleep(seconds);
  return Sleep("sleep", seconds * kSecondNs, RACELAB_PC()) ? 0 : seconds;
}
WRAP int __wrap_clock_gettime(clockid_t clock, timespec* time) {
  if (!InSerial()) return clock_gettime(clock, time);
  const std::int64_t now = NowNs(clock);
  *time = {now / kSecondNs, now % kSecondNs};
  return 0;
}
WRAP int __wrap_gettimeofday(timeval* time, void* zone) {
  if (!InSerial()) return gettimeofday(time, static_cast<struct timezone*>(zone));
  const std::int64_t now = NowNs(CLOCK_REALTIME);
  *time = {now / kSecondNs, now % kSecondNs / 1000};
  return 0;
}
WRAP time_t __wrap_time(time_t* time) {
  const time_t now = NowNs(CLOCK_REALTIME) / kSecondNs;
  if (time != nullptr) *time = now;
  return now;
}

// std::chrono::steady_clock::now() and system_clock::now(): a count of nanoseconds in a register.
WRAP std::int64_t __wrap__ZNSt6chrono3_V212steady_clock3nowEv() { return NowNs(CLOCK_MONOTONIC); }
WRAP std::int64_t __wrap__ZNSt6chrono3_V212system_clock3nowEv() { return NowNs(CLOCK_REALTIME); }
