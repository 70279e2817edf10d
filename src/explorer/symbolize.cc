#include "symbolize.h"

#include <backtrace.h>
#include <cxxabi.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <string_view>

namespace racelab::explorer {
namespace {

void IgnoreError(void*, const char*, int) {}

std::string Demangle(const char* name) {
  if (name == nullptr) return "";
  // The demangler also knows types: it would take a global `n` for __int128.
  if (name[0] != '_' || name[1] != 'Z') return name;
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> text(
      abi::__cxa_demangle(name, nullptr, nullptr, &status), &std::free);
  return status == 0 ? text.get() : name;
}

int AddFrame(void* data, std::uintptr_t, const char* file, int line, const char* function) {
  Frame frame;
  frame.function = ShortFunctionName(Demangle(function));
  if (file != nullptr) frame.file = file;
  frame.line = line;
  frame.library = frame.file.empty() || IsLibraryFile(frame.file);
  static_cast<std::vector<Frame>*>(data)->push_back(std::move(frame));
  return 0;
}

struct Symbol {
  std::string name;
  std::uintptr_t begin = 0;
  std::uintptr_t bytes = 0;
};

void SetSymbol(void* data, std::uintptr_t, const char* name, std::uintptr_t begin,
               std::uintptr_t bytes) {
  if (name != nullptr) *static_cast<Symbol*>(data) = {Demangle(name), begin, bytes};
}

// Removes what stands between matching brackets, brackets included: "<int>", "(int&&)".
std::string WithoutBracketed(const std::string& text, char open, char close) {
  std::string out;
  int depth = 0;
  for (const char c : text) {
    if (c == open) {
      ++depth;
    } else if (c == close && depth > 0) {
      --depth;
    } else if (depth == 0) {
      out += c;
    }
  }
  return out;
}

void ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace

std::string ShortFunctionName(const std::string& demangled) {
  std::string name = demangled;
  ReplaceAll(name, "(anonymous namespace)::", "");
  ReplaceAll(name, "operator()", "operator[call]");  // its brackets are not parameters
  ReplaceAll(name, "operator<", "operator[less]");
  ReplaceAll(name, "operator>", "operator[greater]");
  ReplaceAll(name, "operator->", "operator[arrow]");
  name = WithoutBracketed(name, '<', '>');
  const std::size_t lambda = name.find("::{lambda");
  if (lambda != std::string::npos) {
    name = "lambda in " + WithoutBracketed(name.substr(0, lambda), '(', ')');
  }
  name = WithoutBracketed(name, '(', ')');
  ReplaceAll(name, "operator[call]", "operator()");
  ReplaceAll(name, "operator[less]", "operator<");
  ReplaceAll(name, "operator[greater]", "operator>");
  ReplaceAll(name, "operator[arrow]", "operator->");
  ReplaceAll(name, " const", "");
  if (lambda != std::string::npos) return name;
  // A template's name has its return type before it.
  const std::size_t space = name.rfind(' ');
  const bool is_operator = name.find("operator") != std::string::npos;
  return space == std::string::npos || is_operator ? name : name.substr(space + 1);
}

std::string WithMainNamed(std::string text) {
  ReplaceAll(text, "thread 0", "main");
  return text;
}

std::string BaseName(const std::string& path) { return path.substr(path.rfind('/') + 1); }

bool IsLibraryFile(const std::string& path) {
  for (const char* part : {"/usr/include/", "/usr/lib/", "/include/c++/", "/src/explorer/",
                           "/src/scenario/", "/absl/", "/oneapi/tbb/", "/googletest/", "/gtest/"}) {
    if (path.find(part) != std::string::npos) return true;
  }
  return false;
}

backtrace_state* Symbolizer::State() {
  if (state_ == nullptr) state_ = backtrace_create_state(nullptr, 0, IgnoreError, nullptr);
  return state_;
}

const std::vector<Frame>& Symbolizer::Frames(std::uintptr_t return_address) {
  const auto [it, inserted] = frames_.try_emplace(return_address);
  std::vector<Frame>& frames = it->second;
  if (!inserted) return frames;
  // The call itself ends one byte before the address it returns to.
  const std::uintptr_t call = return_address - 1;
  backtrace_pcinfo(State(), call, AddFrame, IgnoreError, &frames);
  if (frames.empty()) frames.push_back({"", "", 0, true});
  if (frames.back().function.empty()) {
    Symbol symbol;
    backtrace_syminfo(State(), call, SetSymbol, IgnoreError, &symbol);
    frames.back().function = ShortFunctionName(symbol.name);
  }
  return frames;
}

std::vector<Frame> Symbolizer::OwnFrames(std::span<const std::uintptr_t> stack) {
  std::vector<Frame> own;
  for (const std::uintptr_t address : stack) {
    for (const Frame& frame : Frames(address)) {
      if (!frame.library) own.push_back(frame);
    }
  }
  if (own.empty() && !stack.empty()) own.push_back(Frames(stack.front()).front());
  return own;
}

bool Symbolizer::TriesInStandardLock(std::span<const std::uintptr_t> stack, bool tries) {
  for (const std::uintptr_t address : stack) {
    for (const Frame& frame : Frames(address)) {
      tries |= frame.function.ends_with("try_lock");
      const bool named = frame.function == "std::lock" || frame.function == "lock" ||
                         frame.function.ends_with("__lock_impl");
      if (named && BaseName(frame.file) == "mutex" && frame.library) return tries;
    }
  }
  return false;
}

bool Symbolizer::InLibrary(std::span<const std::uintptr_t> stack,
                           std::initializer_list<std::string_view> parts) {
  for (const std::uintptr_t address : stack) {
    for (const Frame& frame : Frames(address)) {
      if (!frame.library) return false;
      for (const std::string_view part : parts) {
        if (frame.file.find(part) != std::string::npos) return true;
        // libbacktrace may leave out a level of inlining: then the name tells, not the file.
        if (frame.function.find(part) != std::string::npos) return true;
      }
    }
  }
  return false;
}

bool Symbolizer::InLibrarySpin(std::span<const std::uintptr_t> stack) {
  return InLibrary(stack,
                   {"/bits/shared_ptr_atomic.h", "_Sp_atomic", "/stop_token", "stop_callback",
                    "stop_source", "_Stop_state_t", "/oneapi/tbb/", "/absl/base/"});
}

bool Symbolizer::InSemaphore(std::span<const std::uintptr_t> stack) {
  return InLibrary(stack, {"/semaphore_base.h", "counting_semaphore", "__atomic_semaphore"});
}

std::optional<std::string> Symbolizer::Variable(std::uintptr_t address) {
  Symbol symbol;
  backtrace_syminfo(State(), address, SetSymbol, IgnoreError, &symbol);
  if (symbol.name.empty() || address < symbol.begin || address >= symbol.begin + symbol.bytes) {
    return std::nullopt;
  }
  ReplaceAll(symbol.name, "(anonymous namespace)::", "");
  if (address == symbol.begin) return symbol.name;
  return symbol.name + "+" + std::to_string(address - symbol.begin);
}

const std::string& Symbolizer::SourceLine(const std::string& file, int line) {
  static const std::string kNone;
  const auto [it, inserted] = sources_.try_emplace(file);
  std::vector<std::string>& lines = it->second;
  if (inserted) {
    std::ifstream in(file);
    for (std::string text; std::getline(in, text);) {
      const std::size_t begin = text.find_first_not_of(" \t");
      lines.push_back(begin == std::string::npos ? "" : text.substr(begin));
    }
  }
  if (line < 1 || static_cast<std::size_t>(line) > lines.size()) return kNone;
  return lines[static_cast<std::size_t>(line) - 1];
}

}  // namespace racelab::explorer
