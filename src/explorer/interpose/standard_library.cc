// Members of std:: that live in libstdc++.so, where nothing is instrumented, and that touch what
// threads may share: strings are changed, and reference counts order threads. Their symbols are
// listed in interposed_std.txt, which the build keeps global.
#include <cstddef>
#include <cstdint>

#include "accesses.h"
#include "interpose.h"
#include "sync/annotated.h"

namespace racelab::explorer {
namespace {

using Word = std::uintptr_t;

// A string object: pointer, length, and either its characters or its capacity.
constexpr std::size_t kStringBytes = 32;

void Changes(Word string, std::uintptr_t pc) {
  if (g_active) PlainRange(string, kStringBytes, true, pc);
}

// The count inside an exception object orders its users, in both directions.
void Counts(Word exception_ptr) {
  if (!g_active) return;
  const void* object = *reinterpret_cast<void**>(exception_ptr);
  if (object == nullptr) return;
  AnnotatedAcquire(object);
  AnnotatedRelease(object);
}

}  // namespace
}  // namespace racelab::explorer

using namespace racelab::explorer;

// All arguments of these members are passed in registers, as words.
#define STD_MEMBER(function, symbol, before)                                           \
  extern "C" __attribute__((visibility("default"), used, noinline)) Word function(     \
      Word self, Word a, Word b, Word c, Word d) __asm__(symbol);                      \
  extern "C" Word function(Word self, Word a, Word b, Word c, Word d) {                \
    static auto real =                                                                 \
        reinterpret_cast<Word (*)(Word, Word, Word, Word, Word)>(ResolveReal(symbol)); \
    before;                                                                            \
    return real(self, a, b, c, d);                                                     \
  }
#define STRING_MEMBER(function, member)                                                \
  STD_MEMBER(function, "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE" member, \
             Changes(self, RACELAB_CALLER_PC()))

STRING_MEMBER(StringAssign, "9_M_assignERKS4_")
STRING_MEMBER(StringAppend, "9_M_appendEPKcm")
STRING_MEMBER(StringReplace, "10_M_replaceEmmPKcm")
STRING_MEMBER(StringReplaceAux, "14_M_replace_auxEmmmc")
STRING_MEMBER(StringMutate, "9_M_mutateEmmPKcm")
STRING_MEMBER(StringErase, "8_M_eraseEmm")
STRING_MEMBER(StringPushBack, "9push_backEc")
STRING_MEMBER(StringReserve, "7reserveEm")
STRING_MEMBER(StringResize, "6resizeEmc")
STRING_MEMBER(StringSwap, "4swapERS4_")

STD_MEMBER(ExceptionAddRef, "_ZNSt15__exception_ptr13exception_ptr9_M_addrefEv", Counts(self))
STD_MEMBER(ExceptionRelease, "_ZNSt15__exception_ptr13exception_ptr10_M_releaseEv", Counts(self))
