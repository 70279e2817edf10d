// absl::Mutex and absl::CondVar, modelled at their interface: Abseil's own code runs correctly too,
// but takes several times as many steps. Notification, BlockingCounter and Barrier are made of
// them.
#include <cstdint>

#include "accesses.h"
#include "interpose.h"
#include "sync/condition.h"
#include "sync/conditional.h"
#include "sync/lock.h"
#include "virtual_time.h"

#ifndef RACELAB_ABSL_NAMESPACE
#define RACELAB_ABSL_NAMESPACE 12lts_20220623
#endif

namespace racelab::explorer {
namespace {

// The layouts that the calls pass by value or by reference, as of Abseil 20220623.
struct AbslDuration {
  std::int64_t seconds;
  std::uint32_t quarter_ns;  // ~0: infinite
};
struct AbslCondition {
  bool (*holds)(const void* condition);
};

std::int64_t DurationNs(AbslDuration duration) {
  if (duration.quarter_ns == ~std::uint32_t{0}) return duration.seconds > 0 ? -1 : 0;
  const __int128 ns =
      static_cast<__int128>(duration.seconds) * kNsPerSecond + duration.quarter_ns / 4;
  return ns > kForeverNs ? -1 : static_cast<std::int64_t>(ns);
}
std::int64_t DeadlineAfter(AbslDuration duration) {
  const std::int64_t ns = DurationNs(duration);
  return ns < 0 && duration.seconds > 0 ? -1 : g_run.now_ns() + (ns > 0 ? ns : 0);
}
std::int64_t DeadlineAt(AbslDuration since_epoch) {
  const std::int64_t ns = DurationNs(since_epoch);
  if (ns < 0 && since_epoch.seconds > 0) return -1;
  return ns > kStartNs ? ns - kStartNs : 0;
}

Lock& MutexAt(void* mutex) {
  Lock& lock = LockAt(mutex);
  lock.kind = LockKind::kAbseil;
  return lock;
}

Predicate PredicateOf(const AbslCondition* condition) { return {condition->holds, condition}; }

bool AcquireWhen(void* mutex, const AbslCondition* condition, std::int64_t deadline_ns, bool shared,
                 std::uintptr_t pc) {
  Lock& lock = MutexAt(mutex);
  if (shared) {
    AcquireShared(lock, Patience::kForever, pc);
  } else {
    AcquireExclusive(lock, Patience::kForever, pc);
  }
  return AwaitPredicate(lock, PredicateOf(condition), deadline_ns, pc);
}

void CheckHeld(void* mutex, bool shared_is_enough, std::uintptr_t pc) {
  const Lock& lock = MutexAt(mutex);
  const ThreadId self = g_run.current().id;
  if (lock.owner == self || (shared_is_enough && (lock.readers >> self & 1) != 0)) return;
  g_run.Fail("undefined-behaviour", "a mutex that should be held is not", lock.address, pc);
}

}  // namespace
}  // namespace racelab::explorer

using namespace racelab::explorer;

#define STRING_(x) #x
#define STRING(x) STRING_(x)
#define NAME(mangled) "_ZN4absl" STRING(RACELAB_ABSL_NAMESPACE) mangled
#define NAME_CONST(mangled) "_ZNK4absl" STRING(RACELAB_ABSL_NAMESPACE) mangled
#define PC RACELAB_CALLER_PC()

// Defines Abseil's function `symbol` as `function`; outside an execution it is Abseil's own.
#define ABSEIL(result, function, symbol, parameters, arguments)                     \
  extern "C" __attribute__((visibility("default"), used, noinline))                 \
  result function parameters __asm__(symbol);                                       \
  result Real##function parameters {                                                \
    static auto real = reinterpret_cast<result(*) parameters>(ResolveReal(symbol)); \
    return real arguments;                                                          \
  }                                                                                 \
  extern "C" result function parameters {                                           \
    if (!g_active) return Real##function arguments;                                 \
    RuntimeScope scope;

#define END }

namespace {

ABSEIL(void, MutexLock, NAME("5Mutex4LockEv"), (void* mutex), (mutex))
AcquireExclusive(MutexAt(mutex), Patience::kForever, PC);
END ABSEIL(bool, MutexTryLock, NAME("5Mutex7TryLockEv"), (void* mutex),
           (mutex)) return AcquireExclusive(MutexAt(mutex), Patience::kTry, PC) == 0;
END ABSEIL(void, MutexReaderLock, NAME("5Mutex10ReaderLockEv"), (void* mutex), (mutex))
    AcquireShared(MutexAt(mutex), Patience::kForever, PC);
END ABSEIL(bool, MutexReaderTryLock, NAME("5Mutex13ReaderTryLockEv"), (void* mutex),
           (mutex)) return AcquireShared(MutexAt(mutex), Patience::kTry, PC) == 0;
END ABSEIL(void, MutexUnlock, NAME("5Mutex6UnlockEv"), (void* mutex), (mutex))
    ReleaseLock(MutexAt(mutex), PC);
END ABSEIL(void, MutexReaderUnlock, NAME("5Mutex12ReaderUnlockEv"), (void* mutex), (mutex))
    ReleaseLock(MutexAt(mutex), PC);
END ABSEIL(void, MutexEnd1, NAME("5MutexD1Ev"), (void* mutex), (mutex))
    DestroyLock(MutexAt(mutex), PC);
END ABSEIL(void, MutexEnd2, NAME("5MutexD2Ev"), (void* mutex), (mutex))
    DestroyLock(MutexAt(mutex), PC);
END ABSEIL(void, MutexAssertHeld, NAME_CONST("5Mutex10AssertHeldEv"), (void* mutex), (mutex))
    CheckHeld(mutex, false, PC);
END ABSEIL(void, MutexAssertReaderHeld, NAME_CONST("5Mutex16AssertReaderHeldEv"), (void* mutex),
           (mutex)) CheckHeld(mutex, true, PC);
END ABSEIL(void, MutexAssertNotHeld, NAME_CONST("5Mutex13AssertNotHeldEv"), (void* mutex),
           (mutex)) END
    ABSEIL(void, MutexForget, NAME("5Mutex18ForgetDeadlockInfoEv"), (void* mutex), (mutex)) END

#define CONDITION "RKNS0_9ConditionE"
    ABSEIL(void, MutexAwait, NAME("5Mutex5AwaitE" CONDITION),
           (void* mutex, const AbslCondition* condition), (mutex, condition))
        CheckHeld(mutex, true, PC);
AwaitPredicate(MutexAt(mutex), PredicateOf(condition), -1, PC);
END ABSEIL(bool, MutexAwaitFor, NAME("5Mutex16AwaitWithTimeoutE" CONDITION "NS0_8DurationE"),
           (void* mutex, const AbslCondition* condition, AbslDuration timeout),
           (mutex, condition, timeout)) CheckHeld(mutex, true, PC);
return AwaitPredicate(MutexAt(mutex), PredicateOf(condition), DeadlineAfter(timeout), PC);
END ABSEIL(bool, MutexAwaitUntil, NAME("5Mutex17AwaitWithDeadlineE" CONDITION "NS0_4TimeE"),
           (void* mutex, const AbslCondition* condition, AbslDuration deadline),
           (mutex, condition, deadline)) CheckHeld(mutex, true, PC);
return AwaitPredicate(MutexAt(mutex), PredicateOf(condition), DeadlineAt(deadline), PC);
END

#define LOCK_WHEN(kind, length, function, shared)                                                  \
  ABSEIL(void, function, NAME("5Mutex" length(8, 14) kind "LockWhenE" CONDITION),                  \
         (void* mutex, const AbslCondition* condition), (mutex, condition))                        \
  AcquireWhen(mutex, condition, -1, shared, PC);                                                   \
  END ABSEIL(bool, function##For,                                                                  \
             NAME("5Mutex" length(19, 25) kind "LockWhenWithTimeoutE" CONDITION "NS0_8DurationE"), \
             (void* mutex, const AbslCondition* condition, AbslDuration timeout),                  \
             (mutex, condition, timeout)) return AcquireWhen(mutex, condition,                     \
                                                             DeadlineAfter(timeout), shared, PC);  \
  END ABSEIL(bool, function##Until,                                                                \
             NAME("5Mutex" length(20, 26) kind "LockWhenWithDeadlineE" CONDITION "NS0_4TimeE"),    \
             (void* mutex, const AbslCondition* condition, AbslDuration deadline),                 \
             (mutex, condition, deadline)) return AcquireWhen(mutex, condition,                    \
                                                              DeadlineAt(deadline), shared, PC);   \
  END
#define FIRST(a, b) #a
#define SECOND(a, b) #b
    LOCK_WHEN("", FIRST, MutexLockWhen, false)
        LOCK_WHEN("Reader", SECOND, MutexReaderLockWhen, true)

#define MUTEX "PNS0_5MutexE"
            ABSEIL(void, CondVarWait, NAME("7CondVar4WaitE" MUTEX), (void* condition, void* mutex),
                   (condition, mutex)) WaitForCondition(condition, MutexAt(mutex), -1, PC);
END ABSEIL(bool, CondVarWaitFor, NAME("7CondVar15WaitWithTimeoutE" MUTEX "NS0_8DurationE"),
           (void* condition, void* mutex, AbslDuration timeout),
           (condition, mutex, timeout)) return WaitForCondition(condition, MutexAt(mutex),
                                                                DeadlineAfter(timeout),
                                                                PC) == Outcome::kTimeout;
END ABSEIL(bool, CondVarWaitUntil, NAME("7CondVar16WaitWithDeadlineE" MUTEX "NS0_4TimeE"),
           (void* condition, void* mutex, AbslDuration deadline),
           (condition, mutex, deadline)) return WaitForCondition(condition, MutexAt(mutex),
                                                                 DeadlineAt(deadline),
                                                                 PC) == Outcome::kTimeout;
END ABSEIL(void, CondVarSignal, NAME("7CondVar6SignalEv"), (void* condition), (condition))
    NotifyCondition(condition, false, PC);
END ABSEIL(void, CondVarSignalAll, NAME("7CondVar9SignalAllEv"), (void* condition), (condition))
    NotifyCondition(condition, true, PC);
END ABSEIL(void, CondVarEnd1, NAME("7CondVarD1Ev"), (void* condition), (condition))
    DestroyCondition(condition, PC);
END ABSEIL(void, CondVarEnd2, NAME("7CondVarD2Ev"), (void* condition), (condition))
    DestroyCondition(condition, PC);
END

}  // namespace
