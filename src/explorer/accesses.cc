#include "accesses.h"

#include <string>

#include "access_log.h"
#include "heap.h"
#include "polling.h"

namespace racelab::explorer {

AccessSettings g_access_settings;

void BeginAccesses(const RunOptions& options) {
  g_access_settings.detect_races = options.detect_races;
  g_access_settings.slow = options.record || !options.visible.empty();
  if (options.record) g_access_log.Clear();
}

namespace {

bool Visible(std::uintptr_t address, std::size_t size) {
  for (const AddressRange& range : g_run.options().visible) {
    if (address < range.end && range.begin < address + size) return true;
  }
  return false;
}

std::string Describe(bool write, std::size_t size, bool atomic) {
  std::string text = write ? "wrote " : "read ";
  text += std::to_string(size) + (size == 1 ? " byte" : " bytes");
  return atomic ? text + " atomically" : text;
}

std::uint64_t Peek(std::uintptr_t address, std::size_t size) {
  std::uint64_t value = 0;
  if (size <= sizeof(value)) __builtin_memcpy(&value, reinterpret_cast<void*>(address), size);
  return value;
}

// The race that the detector has just seen; `mine` is the part that the running thread has in it.
[[noreturn]] void FailWithRace(const char* kind, const char* message, Involvement mine) {
  const Race& race = g_races.race();
  RawFinding finding;
  finding.kind = kind;
  finding.message = message;
  const LoggedAccess* other =
      g_access_log.Find(race.address, race.previous.thread(), race.previous_was_write);
  Involvement theirs;
  theirs.thread = race.previous.thread();
  theirs.object = other != nullptr ? other->address : race.address;
  theirs.did = other != nullptr ? Describe(other->write, other->size, other->atomic)
                                : std::string(race.previous_was_write ? "wrote" : "read") +
                                      (race.previous_was_atomic ? " atomically" : "");
  if (other != nullptr) {
    theirs.stack = other->stack;
    theirs.locks = other->locks;
  }
  finding.involved = {std::move(mine), std::move(theirs)};
  g_run.Fail(std::move(finding));
}

}  // namespace

void BadAccess(Access access, std::uintptr_t address, std::size_t size, bool write, bool atomic,
               std::uintptr_t pc) {
  g_active = false;
  if (access == Access::kRace) {
    FailWithRace("data-race",
                 "two threads access the same memory, at least one writes, and nothing orders them",
                 g_run.Involve(g_run.current().id, Describe(write, size, atomic), address, pc));
  }
  RawFinding finding;
  finding.kind = "use-after-free";
  finding.message = size == 0 ? "used an object in memory that has been freed"
                              : Describe(write, size, atomic) + " of memory that has been freed";
  finding.involved.push_back(g_run.Involve(g_run.current().id, finding.message, address, pc));
  AddHeapHistory(address, finding);
  g_run.Fail(std::move(finding));
}

void SlowAccess(std::uintptr_t address, std::size_t size, bool write, std::uintptr_t pc) {
  RuntimeScope scope;
  const RunOptions& options = g_run.options();
  if (Visible(address, size)) {
    g_run.Point(Operation{write ? OpKind::kPlainWrite : OpKind::kPlainRead,
                          static_cast<std::uint8_t>(size), address, 0, pc});
    // A write comes after its callback: run.cc completes the value when the thread next stops.
    const std::uint64_t value = Peek(address, size);
    g_run.RecordValues(value, value);
    if (write && size <= 8) g_run.AwaitWrite(address, size);
  }
  if (options.record) g_access_log.Add(address, size, write, false, pc);
  if (g_polling.forbidden()) g_polling.Access(g_run.current(), address, size);
}

void GiveWay(std::uintptr_t pc) {
  RuntimeScope scope;
  g_run.Point(Operation{OpKind::kYield, 0, 0, 0, pc});
}

void PlainRange(std::uintptr_t address, std::size_t bytes, bool write, std::uintptr_t pc) {
  if (bytes == 0) return;
  if (g_access_settings.slow) SlowAccess(address, bytes, write, pc);
  Thread& self = g_run.current();
  if (self.ignore_accesses > 0) return;
  RuntimeScope scope;
  if (!g_access_settings.detect_races) {
    if (g_races.IsFreed(address) || g_races.IsFreed(address + bytes - 1)) {
      BadAccess(Access::kFreed, address, bytes, write, false, pc);
    }
    return;
  }
  const Access access = g_races.Range(address, bytes, write, self.epoch(), self.clock);
  if (access != Access::kOk) BadAccess(access, address, bytes, write, false, pc);
}

void FreeRange(std::uintptr_t address, std::size_t bytes, std::uintptr_t pc) {
  if (bytes == 0) return;
  if (g_access_settings.slow) SlowAccess(address, bytes, true, pc);
  Thread& self = g_run.current();
  if (self.ignore_accesses > 0 || !g_access_settings.detect_races) return;
  RuntimeScope scope;
  const Access access = g_races.Range(address, bytes, true, self.epoch(), self.clock);
  if (access != Access::kRace) return;
  FailWithRace("use-after-free",
               "memory is freed that another thread uses, and nothing orders the two",
               g_run.Involve(self.id, "freed the memory", address, pc));
}

}  // namespace racelab::explorer
