// malloc and its family. operator new and delete of libstdc++ come here too.
#include <errno.h>
#include <malloc.h>
#include <stdlib.h>

#include <cstring>

#include "accesses.h"
#include "heap.h"
#include "interpose.h"
#include "modules.h"
#include "program_load.h"
#include "sync/lock.h"

extern "C" {
void* __libc_malloc(size_t bytes);
void __libc_free(void* p);
void* __libc_calloc(size_t count, size_t bytes);
void* __libc_realloc(void* p, size_t bytes);
void* __libc_memalign(size_t alignment, size_t bytes);
}

namespace racelab::explorer {
namespace {

// What libc allocates for itself (buffers, locales) outlives an execution.
bool IsForProgram(std::uintptr_t pc) {
  return g_active && g_run.current().lasting == 0 && !g_modules.IsSystemC(pc);
}

// Where an allocation outside executions comes from: the program's static initializers have their
// own heap, which is put back between executions. (libstdc++ calls malloc itself for itself only.)
bool IsOperatorNew(std::uintptr_t pc) {
  static const std::uintptr_t operator_new = reinterpret_cast<std::uintptr_t>(ResolveReal("_Znwm"));
  constexpr std::uintptr_t kOperatorNewBytes = 96;
  return pc - operator_new < kOperatorNewBytes;
}

void* AllocateOutside(std::size_t bytes, std::size_t alignment, std::uintptr_t pc) {
  const bool for_loading = g_loading && !g_modules.IsSystemC(pc) &&
                           (!g_modules.IsSystemCpp(pc) || alignment > 16 || IsOperatorNew(pc));
  if (!for_loading) {
    return alignment <= 16 ? __libc_malloc(bytes) : __libc_memalign(alignment, bytes);
  }
  g_loading = false;
  void* p = g_persistent_heap.Allocate(bytes, alignment, 0);
  g_loading = true;
  return p;
}

bool IsOurs(const void* p) {
  const std::uintptr_t address = reinterpret_cast<std::uintptr_t>(p);
  return g_heap.Contains(address) || g_persistent_heap.Contains(address);
}

void* Allocate(std::size_t bytes, std::size_t alignment, std::uintptr_t pc) {
  RuntimeScope scope;
  void* p = g_heap.Allocate(bytes, alignment, g_run.current().id);
  if (p == nullptr) g_run.Unsupported("more memory in one execution than the explorer has", pc);
  if (g_run.options().record) g_heap.BlockAt(p)->allocation_stack = Run::CaptureStack(pc);
  return p;
}

[[noreturn]] void FailFree(std::uintptr_t address, const char* what, std::uintptr_t pc) {
  RawFinding finding{
      "use-after-free", what, {g_run.Involve(g_run.current().id, what, address, pc)}};
  AddHeapHistory(address, finding);
  g_run.Fail(std::move(finding));
}

void Free(void* p, std::uintptr_t pc) {
  RuntimeScope scope;
  const std::uintptr_t address = reinterpret_cast<std::uintptr_t>(p);
  if (!g_heap.Contains(address)) {
    // From before this execution, and so needed again by the next one: it only counts as freed.
    if (g_races.IsFreed(address)) FailFree(address, "frees memory twice", pc);
    FreeRange(address, 1, pc);
    g_races.MarkFreed(address, malloc_usable_size(p));
    return;
  }
  Block* block = g_heap.BlockAt(p);
  if (block == nullptr) FailFree(address, "frees a pointer that malloc did not return", pc);
  if (block->freed) FailFree(address, "frees memory twice", pc);
  CheckNoLockIn(block->begin, block->begin + block->bytes, pc);
  // Freeing is a write to all of it. Not so when libstdc++ frees for itself (an exception object):
  // its own reference counts, which are not seen, order that.
  const std::size_t checked = block->bytes < 4096 ? block->bytes : 4096;
  if (!g_modules.IsSystemCpp(pc)) FreeRange(address, checked, pc);
  g_heap.Free(*block, g_run.current().id);
  if (g_run.options().record) block->free_stack = Run::CaptureStack(pc);
  g_races.MarkFreed(block->begin, block->bytes > 0 ? block->bytes : 1);
}

void* Reallocate(void* p, std::size_t bytes, std::uintptr_t pc) {
  const std::size_t old_bytes = malloc_usable_size(p);
  if (!g_active) {
    void* outside = AllocateOutside(bytes, 16, pc);
    if (outside != nullptr) __builtin_memcpy(outside, p, old_bytes < bytes ? old_bytes : bytes);
    return outside;
  }
  void* moved = Allocate(bytes, 16, pc);
  RuntimeScope scope;
  __builtin_memcpy(moved, p, old_bytes < bytes ? old_bytes : bytes);
  Free(p, pc);
  return moved;
}

}  // namespace
}  // namespace racelab::explorer

using namespace racelab::explorer;

RACELAB_INTERPOSE void* malloc(size_t bytes) {
  if (!IsForProgram(RACELAB_CALLER_PC())) return AllocateOutside(bytes, 16, RACELAB_CALLER_PC());
  return Allocate(bytes, 16, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE void free(void* p) {
  if (p == nullptr) return;
  if (!g_active) {
    // Memory of an execution dies with it, that of the program's variables with the process.
    if (!IsOurs(p)) __libc_free(p);
    return;
  }
  if (!IsForProgram(RACELAB_CALLER_PC()) && !IsOurs(p)) {
    __libc_free(p);
    return;
  }
  Free(p, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE void* calloc(size_t count, size_t bytes) {
  const bool inside = IsForProgram(RACELAB_CALLER_PC());
  if (!inside && !g_loading) return __libc_calloc(count, bytes);
  size_t total;
  if (__builtin_mul_overflow(count, bytes, &total)) {
    errno = ENOMEM;
    return nullptr;
  }
  void* p = inside ? Allocate(total, 16, RACELAB_CALLER_PC())
                   : AllocateOutside(total, 16, RACELAB_CALLER_PC());
  RuntimeScope scope;
  return p == nullptr ? nullptr : __builtin_memset(p, 0, total);
}

RACELAB_INTERPOSE void* realloc(void* p, size_t bytes) {
  const bool inside = IsForProgram(RACELAB_CALLER_PC());
  if (!IsOurs(p) && !inside && !(g_loading && p == nullptr)) return __libc_realloc(p, bytes);
  if (p == nullptr) {
    return inside ? Allocate(bytes, 16, RACELAB_CALLER_PC())
                  : AllocateOutside(bytes, 16, RACELAB_CALLER_PC());
  }
  if (bytes == 0 && g_active) {
    Free(p, RACELAB_CALLER_PC());
    return nullptr;
  }
  return Reallocate(p, bytes, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE void* memalign(size_t alignment, size_t bytes) {
  if (!IsForProgram(RACELAB_CALLER_PC())) {
    return AllocateOutside(bytes, alignment, RACELAB_CALLER_PC());
  }
  return Allocate(bytes, alignment, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE void* aligned_alloc(size_t alignment, size_t bytes) {
  if (!IsForProgram(RACELAB_CALLER_PC())) {
    return AllocateOutside(bytes, alignment, RACELAB_CALLER_PC());
  }
  return Allocate(bytes, alignment, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE int posix_memalign(void** result, size_t alignment, size_t bytes) {
  if (!IsForProgram(RACELAB_CALLER_PC())) {
    *result = AllocateOutside(bytes, alignment, RACELAB_CALLER_PC());
    return *result == nullptr ? ENOMEM : 0;
  }
  *result = Allocate(bytes, alignment, RACELAB_CALLER_PC());
  return 0;
}

RACELAB_INTERPOSE size_t malloc_usable_size(void* p) {
  if (!IsOurs(p)) return RACELAB_REAL(malloc_usable_size)(p);
  const bool persistent = g_persistent_heap.Contains(reinterpret_cast<std::uintptr_t>(p));
  const Block* block = (persistent ? g_persistent_heap : g_heap).BlockAt(p);
  return block != nullptr ? block->bytes : 0;
}

RACELAB_INTERPOSE char* strndup(const char* text, size_t bytes_max) {
  const size_t bytes = strnlen(text, bytes_max);
  char* copy = static_cast<char*>(IsForProgram(RACELAB_CALLER_PC())
                                      ? Allocate(bytes + 1, 16, RACELAB_CALLER_PC())
                                      : __libc_malloc(bytes + 1));
  if (copy == nullptr) return nullptr;
  RuntimeScope scope;
  __builtin_memcpy(copy, text, bytes);
  copy[bytes] = '\0';
  return copy;
}

RACELAB_INTERPOSE char* strdup(const char* text) {
  const size_t bytes = strlen(text) + 1;
  char* copy = static_cast<char*>(IsForProgram(RACELAB_CALLER_PC())
                                      ? Allocate(bytes, 16, RACELAB_CALLER_PC())
                                      : __libc_malloc(bytes));
  if (copy == nullptr) return nullptr;
  RuntimeScope scope;
  return static_cast<char*>(__builtin_memcpy(copy, text, bytes));
}
