#include "program_load.h"

#include "heap.h"
#include "layout.h"
#include "modules.h"

namespace racelab::explorer {

constinit bool g_loading = false;

namespace {

constinit std::vector<ExitHandler> exit_handlers;

void Begin() {
  if (!g_persistent_heap.created()) {
    g_persistent_heap.Create(kPersistentHeapBegin, kPersistentHeapBytes);
  }
  g_modules.Scan();
  g_loading = true;
}

// Runs before the initializers of any shared object.
void BeforeObjects(int, char**, char**) { Begin(); }
__attribute__((section(".preinit_array"), used)) void (*before_objects)(int, char**,
                                                                        char**) = &BeforeObjects;

// Runs after them, and before those of the executable.
__attribute__((constructor(101))) void AfterObjects() { g_loading = false; }

}  // namespace

ProgramLoad::ProgramLoad() { Begin(); }
ProgramLoad::~ProgramLoad() { g_loading = false; }

std::vector<ExitHandler>& LoadExitHandlers() { return exit_handlers; }

}  // namespace racelab::explorer
