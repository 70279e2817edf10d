// Which memory is shared between processes, as far as a submission asked for it by mmap().
#ifndef RACELAB_FAULTS_SHARED_MEMORY_H_
#define RACELAB_FAULTS_SHARED_MEMORY_H_

#include <sys/types.h>

#include <cstddef>
#include <cstdint>

namespace racelab::faults {

// Notes a mapping of this process, and of those it forks from here on.
void AddSharedMapping(void* begin, std::size_t bytes, int descriptor, off_t offset);
void RemoveSharedMapping(void* begin, std::size_t bytes);
void ForgetSharedMappings();

bool IsShared(std::uintptr_t address);

// What an object at `address` is known by in all processes: the same number for the same place of
// the same shared memory, wherever it is mapped; a number of this process's own for private memory.
std::uint64_t ObjectKey(const volatile void* address);

// A scheduling step, when the address is shared. `name`: "read of shared memory" and the like.
void ArriveAtAccess(const char* name, std::uintptr_t address, std::uintptr_t pc);

}  // namespace racelab::faults

#endif  // RACELAB_FAULTS_SHARED_MEMORY_H_
