// Condition variables: pthread_cond_t (and with it std::condition_variable) and absl::CondVar.
#ifndef RACELAB_EXPLORER_SYNC_CONDITION_H_
#define RACELAB_EXPLORER_SYNC_CONDITION_H_

#include <cstdint>

#include "run.h"
#include "sync/lock.h"

namespace racelab::explorer {

void ResetConditions();

// Releases `lock`, waits, and takes it back as it was held, in the step in which the thread wakes.
// `deadline_ns` is of virtual time, or -1 for none. kTimeout means that time ran out.
Outcome WaitForCondition(const void* condition, Lock& lock, std::int64_t deadline_ns,
                         std::uintptr_t pc);
void NotifyCondition(const void* condition, bool all, std::uintptr_t pc);
// A finding if threads still wait there.
void DestroyCondition(const void* condition, std::uintptr_t pc);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_SYNC_CONDITION_H_
