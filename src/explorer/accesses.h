// Plain accesses of the running thread: scheduling points where the search wants them, looked at by
// the race detector and the heap.
#ifndef RACELAB_EXPLORER_ACCESSES_H_
#define RACELAB_EXPLORER_ACCESSES_H_

#include <cstddef>
#include <cstdint>
#include <optional>

#include "race_detector.h"
#include "run.h"

namespace racelab::explorer {

struct AccessSettings {
  bool detect_races = true;
  bool slow = false;  // plain accesses are scheduling points, recorded, or watched for polling
};
extern AccessSettings g_access_settings;

void BeginAccesses(const RunOptions& options);

// The running thread is about to access these bytes. Call only while g_active.
void PlainRange(std::uintptr_t address, std::size_t bytes, bool write, std::uintptr_t pc);
// The end of the range's life: whoever else uses it, unordered with this, uses it after the free in
// some schedule.
void FreeRange(std::uintptr_t address, std::size_t bytes, std::uintptr_t pc);

void SlowAccess(std::uintptr_t address, std::size_t size, bool write, std::uintptr_t pc);
[[noreturn]] void BadAccess(Access access, std::uintptr_t address, std::size_t size, bool write,
                            bool atomic, std::uintptr_t pc);
// Lets others run in a loop that has no scheduling point of its own.
void GiveWay(std::uintptr_t pc);

// Accesses in a row without a scheduling point that look like a loop waiting for a plain variable.
inline constexpr int kAccessesWithoutPointMax = 20000;

inline void PlainAccess(std::uintptr_t address, std::size_t size, bool write, std::uintptr_t pc) {
  if (!g_active) return;
  Thread& self = g_run.current();
  if (g_access_settings.slow) SlowAccess(address, size, write, pc);
  if (++self.uncounted > kAccessesWithoutPointMax) GiveWay(pc);
  if (self.ignore_accesses > 0) return;
  if (!g_access_settings.detect_races) {
    if (g_races.IsFreed(address)) BadAccess(Access::kFreed, address, size, write, false, pc);
    return;
  }
  RuntimeScope scope;  // the detector may allocate
  const Access access = write ? g_races.Write(address, size, self.epoch(), self.clock)
                              : g_races.Read(address, size, self.epoch(), self.clock);
  if (access != Access::kOk) BadAccess(access, address, size, write, false, pc);
}

// A call works on an object: a freed one is a finding.
inline void CheckObject(const void* object, std::uintptr_t pc) {
  const std::uintptr_t address = reinterpret_cast<std::uintptr_t>(object);
  if (g_races.IsFreed(address)) BadAccess(Access::kFreed, address, 0, true, false, pc);
}

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_ACCESSES_H_
