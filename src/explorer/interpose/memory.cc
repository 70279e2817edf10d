// mem* and str*: g++ calls them where clang calls __tsan_memcpy, and libstdc++ calls them on the
// program's behalf. They are accesses.
#include <stddef.h>
#include <string.h>
#include <strings.h>

#include "accesses.h"
#include "interpose.h"

namespace racelab::explorer {
namespace {

void Reads(const void* p, size_t bytes, std::uintptr_t pc) {
  PlainRange(reinterpret_cast<std::uintptr_t>(p), bytes, false, pc);
}
void Writes(void* p, size_t bytes, std::uintptr_t pc) {
  PlainRange(reinterpret_cast<std::uintptr_t>(p), bytes, true, pc);
}
void ReadsText(const char* text, std::uintptr_t pc) {
  Reads(text, RACELAB_REAL(strlen)(text) + 1, pc);
}

}  // namespace
}  // namespace racelab::explorer

using namespace racelab::explorer;

#define PC RACELAB_CALLER_PC()

RACELAB_INTERPOSE void* memcpy(void* to, const void* from, size_t bytes) {
  if (g_active) {
    Reads(from, bytes, PC);
    Writes(to, bytes, PC);
  }
  return RACELAB_REAL(memcpy)(to, from, bytes);
}

RACELAB_INTERPOSE void* memmove(void* to, const void* from, size_t bytes) {
  if (g_active) {
    Reads(from, bytes, PC);
    Writes(to, bytes, PC);
  }
  return RACELAB_REAL(memmove)(to, from, bytes);
}

RACELAB_INTERPOSE void* memset(void* to, int value, size_t bytes) {
  if (g_active) Writes(to, bytes, PC);
  return RACELAB_REAL(memset)(to, value, bytes);
}

// What clang 15 and later call.
RACELAB_INTERPOSE void* __tsan_memcpy(void* to, const void* from, size_t bytes) {
  if (g_active) {
    Reads(from, bytes, PC);
    Writes(to, bytes, PC);
  }
  return RACELAB_REAL(memcpy)(to, from, bytes);
}
RACELAB_INTERPOSE void* __tsan_memmove(void* to, const void* from, size_t bytes) {
  if (g_active) {
    Reads(from, bytes, PC);
    Writes(to, bytes, PC);
  }
  return RACELAB_REAL(memmove)(to, from, bytes);
}
RACELAB_INTERPOSE void* __tsan_memset(void* to, int value, size_t bytes) {
  if (g_active) Writes(to, bytes, PC);
  return RACELAB_REAL(memset)(to, value, bytes);
}

RACELAB_INTERPOSE int memcmp(const void* a, const void* b, size_t bytes) {
  if (g_active) {
    Reads(a, bytes, PC);
    Reads(b, bytes, PC);
  }
  return RACELAB_REAL(memcmp)(a, b, bytes);
}

RACELAB_INTERPOSE int bcmp(const void* a, const void* b, size_t bytes) {
  if (g_active) {
    Reads(a, bytes, PC);
    Reads(b, bytes, PC);
  }
  return RACELAB_REAL(memcmp)(a, b, bytes);
}

RACELAB_INTERPOSE size_t strlen(const char* text) {
  if (g_active) ReadsText(text, PC);
  return RACELAB_REAL(strlen)(text);
}

RACELAB_INTERPOSE int strcmp(const char* a, const char* b) {
  if (g_active) {
    ReadsText(a, PC);
    ReadsText(b, PC);
  }
  return RACELAB_REAL(strcmp)(a, b);
}

RACELAB_INTERPOSE int strncmp(const char* a, const char* b, size_t bytes) {
  if (g_active) {
    Reads(a, RACELAB_REAL(strnlen)(a, bytes), PC);
    Reads(b, RACELAB_REAL(strnlen)(b, bytes), PC);
  }
  return RACELAB_REAL(strncmp)(a, b, bytes);
}

RACELAB_INTERPOSE char* strcpy(char* to, const char* from) {
  if (g_active) {
    ReadsText(from, PC);
    Writes(to, RACELAB_REAL(strlen)(from) + 1, PC);
  }
  return RACELAB_REAL(strcpy)(to, from);
}

RACELAB_INTERPOSE char* strncpy(char* to, const char* from, size_t bytes) {
  if (g_active) {
    Reads(from, RACELAB_REAL(strnlen)(from, bytes), PC);
    Writes(to, bytes, PC);
  }
  return RACELAB_REAL(strncpy)(to, from, bytes);
}

RACELAB_INTERPOSE char* strcat(char* to, const char* from) {
  if (g_active) {
    ReadsText(to, PC);
    ReadsText(from, PC);
    Writes(to + RACELAB_REAL(strlen)(to), RACELAB_REAL(strlen)(from) + 1, PC);
  }
  return RACELAB_REAL(strcat)(to, from);
}

#undef PC
