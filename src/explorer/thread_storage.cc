// Thread-local storage of the program: as a new thread finds it, for every thread of every
// execution.
#include <cstring>
#include <vector>

#include "fiber.h"
#include "modules.h"
#include "program_state.h"
#include "run.h"

extern "C" {
struct TlsIndex {
  unsigned long module;
  unsigned long offset;
};
void* __tls_get_addr(TlsIndex* index);
}

namespace racelab::explorer {
namespace {

// libc keeps its own (malloc's cache, locale): only what may hold the program's values is renewed.
bool IsRenewed(const Module& module) {
  return module.tls_id != 0 &&
         (!module.system || module.name.find("libstdc++") != std::string::npos);
}

struct StorageBlock {
  void* address;
  const Module* module;
};
std::vector<std::vector<StorageBlock>> blocks_by_slot;

}  // namespace

void TouchThreadStorage(Fiber& fiber, int slot) {
  // Storage of loaded objects is allocated when first asked for: do it now, on the real heap.
  void* own = reinterpret_cast<void*>(pthread_self());
  std::vector<void*> addresses(g_modules.all().size());
  Fiber::SetFsBase(fiber.fs_base());
  std::size_t i = 0;
  for (const Module& module : g_modules.all()) {
    TlsIndex index{module.tls_id, 0};
    addresses[i++] = IsRenewed(module) ? __tls_get_addr(&index) : nullptr;
  }
  Fiber::SetFsBase(own);
  if (static_cast<int>(blocks_by_slot.size()) <= slot) {
    blocks_by_slot.resize(static_cast<std::size_t>(slot) + 1);
  }
  auto& blocks = blocks_by_slot[static_cast<std::size_t>(slot)];
  blocks.clear();
  for (std::size_t m = 0; m < addresses.size(); ++m) {
    if (addresses[m] != nullptr) blocks.push_back({addresses[m], &g_modules.all()[m]});
  }
}

std::vector<AddressRange> ThreadStorage(int slot) {
  std::vector<AddressRange> ranges;
  for (const StorageBlock& block : blocks_by_slot[static_cast<std::size_t>(slot)]) {
    const std::uintptr_t begin = reinterpret_cast<std::uintptr_t>(block.address);
    ranges.push_back({begin, begin + block.module->tls_bytes});
  }
  return ranges;
}

void ResetThreadStorage(int slot) {
  for (const StorageBlock& block : blocks_by_slot[static_cast<std::size_t>(slot)]) {
    char* begin = static_cast<char*>(block.address);
    const std::size_t image_bytes = block.module->tls_image_bytes;
    std::memcpy(begin, block.module->tls_image, image_bytes);
    std::memset(begin + image_bytes, 0, block.module->tls_bytes - image_bytes);
  }
}

}  // namespace racelab::explorer
