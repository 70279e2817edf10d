// From addresses to source lines, with libbacktrace (it ships with g++; its inlined frames come
// too).
//
// Frames of the standard library, of Abseil, of GoogleTest and of the explorer itself are marked,
// so that a reader of a finding sees the program's own lines.
//
// Reads each object file's debug information once, on first use, of all shared objects that are
// loaded at that time. Not thread-safe; not for use in the middle of an execution.
#ifndef RACELAB_EXPLORER_SYMBOLIZE_H_
#define RACELAB_EXPLORER_SYMBOLIZE_H_

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct backtrace_state;

namespace racelab::explorer {

struct Frame {
  std::string function;  // "Counter::Increment", without parameters; may be empty
  std::string file;      // as the compiler wrote it; empty when there is no debug information
  int line = 0;
  bool library = false;  // not the program's own
};

class Symbolizer {
 public:
  // The frames of one return address, the innermost inlined one first. At least one.
  const std::vector<Frame>& Frames(std::uintptr_t return_address);

  // A whole stack of return addresses, innermost first, reduced to the program's own frames; to the
  // innermost frame when none is the program's own.
  std::vector<Frame> OwnFrames(std::span<const std::uintptr_t> stack);

  // Whether the stack leads through std::lock, which takes several locks without deadlock, to a try
  // of one of them. `tries`: the step is a try of a std mutex; else a try_lock() of the program's
  // own must be on the stack.
  bool TriesInStandardLock(std::span<const std::uintptr_t> stack, bool tries);

  // Whether the innermost library frames of the stack are of code that spins to wait: the lock of
  // an atomic<shared_ptr> or of a stop_token, oneTBB, Abseil's base.
  bool InLibrarySpin(std::span<const std::uintptr_t> stack);

  // Whether the stack is inside std::counting_semaphore.
  bool InSemaphore(std::span<const std::uintptr_t> stack);

  // The global variable that `address` lies in: "counter", or "counters+8". Nothing for the heap
  // and for stacks.
  std::optional<std::string> Variable(std::uintptr_t address);

  // The text of a source line, without indentation; empty when the file cannot be read.
  const std::string& SourceLine(const std::string& file, int line);

 private:
  // Whether the innermost frames, before the first of the program's own, name one of these.
  bool InLibrary(std::span<const std::uintptr_t> stack,
                 std::initializer_list<std::string_view> parts);
  backtrace_state* State();

  backtrace_state* state_ = nullptr;
  std::map<std::uintptr_t, std::vector<Frame>> frames_;
  std::map<std::string, std::vector<std::string>> sources_;
};

// "racelab::Queue<int>::Push(int&&)" → "racelab::Queue::Push". For people, not for linkers.
std::string ShortFunctionName(const std::string& demangled);

// For texts of the runtime, which knows threads by number only: "thread 0" → "main".
std::string WithMainNamed(std::string text);

// "/a/b/c.cc" → "c.cc".
std::string BaseName(const std::string& path);

// Whether code of this file belongs to a library or to the explorer.
bool IsLibraryFile(const std::string& path);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_SYMBOLIZE_H_
