// The ways in which a program ends itself.
#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <string>

#include "interpose.h"
#include "program_state.h"

using namespace racelab::explorer;

RACELAB_INTERPOSE void exit(int status) {
  if (!g_active) {
    RACELAB_REAL(exit)(status);
    __builtin_unreachable();
  }
  RunThreadExitHandlers();
  RunExitHandlers();
  g_active = false;
  g_run.ExitProgram(status, RACELAB_CALLER_PC());
}

#define EXIT_AT_ONCE(name)                          \
  RACELAB_INTERPOSE void name(int status) {         \
    if (!g_active) {                                \
      RACELAB_REAL(name)(status);                   \
      __builtin_unreachable();                      \
    }                                               \
    g_active = false;                               \
    g_run.ExitProgram(status, RACELAB_CALLER_PC()); \
  }

EXIT_AT_ONCE(_exit)
EXIT_AT_ONCE(_Exit)
EXIT_AT_ONCE(quick_exit)

RACELAB_INTERPOSE void abort() {
  if (!g_active) {
    RACELAB_REAL(abort)();
    __builtin_unreachable();
  }
  g_run.Fail("crash", "abort() was called", 0, RACELAB_CALLER_PC());
}

RACELAB_INTERPOSE void __assert_fail(const char* expression, const char* file, unsigned line,
                                     const char* function) {
  if (!g_active) {
    RACELAB_REAL(__assert_fail)(expression, file, line, function);
    __builtin_unreachable();
  }
  g_active = false;
  const char* slash = strrchr(file, '/');
  const std::string where =
      std::string(slash != nullptr ? slash + 1 : file) + ":" + std::to_string(line) + ": ";
  g_run.Fail("wrong-value", where + "assertion `" + expression + "` failed", 0,
             RACELAB_CALLER_PC());
}
