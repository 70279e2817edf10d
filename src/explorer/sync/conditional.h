// Waiting for a condition on the data that a mutex guards: absl::Mutex::Await and LockWhen.
#ifndef RACELAB_EXPLORER_SYNC_CONDITIONAL_H_
#define RACELAB_EXPLORER_SYNC_CONDITIONAL_H_

#include <cstdint>

#include "sync/lock.h"

namespace racelab::explorer {

// A condition: `holds(argument)` is code of the program.
struct Predicate {
  bool (*holds)(const void*) = nullptr;  // null: always true
  const void* argument = nullptr;
};

// Whoever releases the mutex looks at the conditions of those who wait, as Abseil does: a condition
// that becomes true without the mutex wakes nobody.
//
// The caller holds `lock`, and holds it again afterwards; true when the condition then holds, false
// when the deadline (virtual time; -1: none) passed first.
bool AwaitPredicate(Lock& lock, const Predicate& predicate, std::int64_t deadline_ns,
                    std::uintptr_t pc);

// Called at every release of such a lock.
void LookAtPredicates(Lock& lock);
void ResetPredicates();

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_SYNC_CONDITIONAL_H_
