#include "shared_memory.h"

#include <sys/stat.h>

#include "process.h"

namespace racelab::faults {
namespace {

constexpr int kMaxMappings = 32;

struct Mapping {
  std::uintptr_t begin = 0;
  std::uintptr_t end = 0;
  std::uint64_t key = 0;  // of its first byte
};

Mapping mappings[kMaxMappings];
int mappings_count = 0;

const Mapping* Find(std::uintptr_t address) {
  for (int i = 0; i < mappings_count; ++i) {
    if (address >= mappings[i].begin && address < mappings[i].end) return &mappings[i];
  }
  return nullptr;
}

}  // namespace

void AddSharedMapping(void* begin, std::size_t bytes, int descriptor, off_t offset) {
  if (mappings_count == kMaxMappings) return;
  const auto address = reinterpret_cast<std::uintptr_t>(begin);
  std::uint64_t key = address;  // Anonymous: inherited, and so at the same place in every process.
  struct stat file;
  if (descriptor >= 0 && fstat(descriptor, &file) == 0) {
    key = (std::uint64_t{1} << 63) + (static_cast<std::uint64_t>(file.st_ino) << 24) +
          static_cast<std::uint64_t>(offset);
  }
  mappings[mappings_count++] = {address, address + bytes, key};
}

void RemoveSharedMapping(void* begin, std::size_t bytes) {
  const auto address = reinterpret_cast<std::uintptr_t>(begin);
  for (int i = 0; i < mappings_count; ++i) {
    if (mappings[i].begin < address || mappings[i].begin >= address + bytes) continue;
    mappings[i--] = mappings[--mappings_count];
  }
}

void ForgetSharedMappings() { mappings_count = 0; }

bool IsShared(std::uintptr_t address) { return Find(address) != nullptr; }

std::uint64_t ObjectKey(const volatile void* pointer) {
  const auto address = reinterpret_cast<std::uintptr_t>(pointer);
  const Mapping* const mapping = Find(address);
  if (mapping != nullptr) return mapping->key + (address - mapping->begin);
  return address ^ (static_cast<std::uint64_t>(Self() + 1) << 56);
}

void ArriveAtAccess(const char* name, std::uintptr_t address, std::uintptr_t pc) {
  if (mappings_count == 0 || !InSerial() || !IsShared(address)) return;
  Arrive(name, pc);
}

}  // namespace racelab::faults
