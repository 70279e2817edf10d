#include "crash.h"

#include <cxxabi.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>

#include <exception>
#include <string>

#include "interpose.h"
#include "panic.h"
#include "run.h"

namespace racelab::explorer {
namespace {

constexpr int kSignals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP};
constexpr std::size_t kAlternateStackBytes = 256 * 1024;

std::string Describe(int signal, const siginfo_t& info, const Thread& thread) {
  const std::uintptr_t address = reinterpret_cast<std::uintptr_t>(info.si_addr);
  switch (signal) {
    case SIGFPE:
      return "SIGFPE: an integer division by zero, or an overflow of one";
    case SIGILL:
      return "SIGILL: an instruction that does not exist";
    case SIGTRAP:
      return "SIGTRAP";
    default:
      if (thread.fiber.OnGuard(address)) return "stack overflow: the thread used more than 1.6 MiB";
      if (address < 4096) return "SIGSEGV: an access through a null pointer";
      return "SIGSEGV: an access to an address where there is no memory";
  }
}

// On the alternate stack. The fiber is given up where it is, so that nothing needs to be unwound.
void OnSignal(int signal, siginfo_t* info, void* context) {
  // The runtime itself may be touching the program's memory in the program's name.
  if (!g_run.in_progress() || g_run.choosing()) {
    // Not the program's fault, or not ours to judge: die of it.
    struct sigaction by_default = {};
    by_default.sa_handler = SIG_DFL;
    sigaction(signal, &by_default, nullptr);
    return;
  }
  g_active = false;
  const auto& registers = static_cast<ucontext_t*>(context)->uc_mcontext.gregs;
  const std::uintptr_t pc = static_cast<std::uintptr_t>(registers[REG_RIP]);
  Thread& thread = g_run.current();
  std::string message = Describe(signal, *info, thread);
  Involvement involved = g_run.Involve(thread.id, message, 0, pc);
  g_run.Fail(RawFinding{"crash", std::move(message), {std::move(involved)}});
}

std::string DescribeException() {
  const std::type_info* type = abi::__cxa_current_exception_type();
  if (type == nullptr)
    return "std::terminate was called: a std::thread was destroyed or assigned while joinable";
  char* name = abi::__cxa_demangle(type->name(), nullptr, nullptr, nullptr);
  std::string text =
      std::string("an exception that nobody catches: ") + (name != nullptr ? name : type->name());
  free(name);
  try {
    throw;
  } catch (const std::exception& e) {
    text += std::string(" (") + e.what() + ")";
  } catch (...) {
  }
  return text;
}

std::terminate_handler previous_handler = nullptr;

[[noreturn]] void OnTerminate() {
  if (!g_active) {
    if (previous_handler != nullptr) previous_handler();
    abort();
  }
  g_active = false;
  g_run.Fail("crash", DescribeException(), 0, 0);
}

}  // namespace

void ContainCrashes() {
  static bool done = false;
  if (done) return;
  done = true;
  stack_t stack = {};
  stack.ss_sp = real_mmap(nullptr, kAlternateStackBytes, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  stack.ss_size = kAlternateStackBytes;
  if (stack.ss_sp == MAP_FAILED || sigaltstack(&stack, nullptr) != 0) {
    Panic("cannot set up a stack for signals");
  }
  struct sigaction action = {};
  action.sa_sigaction = &OnSignal;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
  for (const int signal : kSignals) sigaction(signal, &action, nullptr);
  previous_handler = std::set_terminate(&OnTerminate);
}

}  // namespace racelab::explorer
