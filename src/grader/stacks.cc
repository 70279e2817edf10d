// Walks the stacks of a live process with libdw: unwinding, source lines and inlined functions.
#include "grader/stacks.h"

#include <cxxabi.h>
#include <dwarf.h>
#include <elfutils/libdw.h>
#include <elfutils/libdwfl.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace racelab {
namespace {

// Only the debug information in the files themselves: a search for separate files may ask servers.
int FindNoDebugInfo(Dwfl_Module*, void**, const char*, Dwarf_Addr, const char*, const char*,
                    GElf_Word, char**) {
  return -1;
}

constexpr Dwfl_Callbacks kCallbacks = {
    .find_elf = dwfl_linux_proc_find_elf,
    .find_debuginfo = FindNoDebugInfo,
    .section_address = nullptr,
    .debuginfo_path = nullptr,
};

struct Walk {
  const SourceNames& names;
  std::vector<ThreadStack> stacks;
};

std::string Demangle(const char* name) {
  if (name == nullptr) return "?";
  int status = 0;
  const std::unique_ptr<char, decltype(&std::free)> demangled(
      abi::__cxa_demangle(name, nullptr, nullptr, &status), &std::free);
  return status == 0 ? demangled.get() : name;
}

std::string FunctionName(Dwarf_Die* die) {
  Dwarf_Attribute attribute;
  const char* linkage = dwarf_formstring(dwarf_attr_integrate(die, DW_AT_linkage_name, &attribute));
  return Demangle(linkage != nullptr ? linkage : dwarf_diename(die));
}

std::string ShortFile(const char* path, const SourceNames& names) {
  const std::string_view full = path == nullptr ? "" : path;
  const std::string_view base = full.substr(full.rfind('/') + 1);
  const bool of_the_lab =
      base == names.student_file || base == names.contract || base == names.check;
  return std::string(of_the_lab ? base : full);
}

// Where an inlined function was called from.
Frame CallSite(Dwarf_Die* inlined, const SourceNames& names) {
  Frame frame;
  Dwarf_Attribute attribute;
  Dwarf_Word file = 0, line = 0;
  if (dwarf_formudata(dwarf_attr(inlined, DW_AT_call_line, &attribute), &line) == 0) {
    frame.line = static_cast<int>(line);
  }
  Dwarf_Die unit;
  Dwarf_Files* files = nullptr;
  std::size_t count = 0;
  if (dwarf_formudata(dwarf_attr(inlined, DW_AT_call_file, &attribute), &file) == 0 &&
      dwarf_diecu(inlined, &unit, nullptr, nullptr) != nullptr &&
      dwarf_getsrcfiles(&unit, &files, &count) == 0 && file < count) {
    frame.file = ShortFile(dwarf_filesrc(files, file, nullptr, nullptr), names);
  }
  return frame;
}

// The scopes around `pc`, innermost first, as the code is laid out (not as it was written, which
// is what dwarf_getscopes alone would give beyond an inlined function).
std::vector<Dwarf_Die> ScopesAt(Dwfl_Module* module, Dwarf_Addr pc) {
  Dwarf_Addr bias = 0;
  Dwarf_Die* const unit = dwfl_module_addrdie(module, pc, &bias);
  Dwarf_Die* found = nullptr;
  std::vector<Dwarf_Die> scopes;
  if (unit == nullptr || dwarf_getscopes(unit, pc - bias, &found) <= 0) return scopes;
  const std::unique_ptr<Dwarf_Die, decltype(&std::free)> owned(found, &std::free);
  Dwarf_Die* around = nullptr;
  const int count = dwarf_getscopes_die(&found[0], &around);
  const std::unique_ptr<Dwarf_Die, decltype(&std::free)> owned_around(around, &std::free);
  if (count > 0) scopes.assign(around, around + count);
  return scopes;
}

// All source frames of one machine frame.
void AppendFrames(Dwfl_Module* module, Dwarf_Addr pc, const SourceNames& names,
                  std::vector<Frame>& frames) {
  Frame frame;
  if (Dwfl_Line* const line = dwfl_module_getsrc(module, pc)) {
    frame.file =
        ShortFile(dwfl_lineinfo(line, nullptr, &frame.line, nullptr, nullptr, nullptr), names);
  }
  for (Dwarf_Die& die : ScopesAt(module, pc)) {
    const int tag = dwarf_tag(&die);
    if (tag != DW_TAG_subprogram && tag != DW_TAG_inlined_subroutine) continue;
    frame.function = FunctionName(&die);
    frames.push_back(frame);
    if (tag == DW_TAG_subprogram) return;
    frame = CallSite(&die, names);
  }
  if (!frame.function.empty()) return;
  frame.function = Demangle(dwfl_module_addrname(module, pc));
  frames.push_back(frame);
}

int OnFrame(Dwfl_Frame* state, void* argument) {
  Walk& walk = *static_cast<Walk*>(argument);
  std::vector<Frame>& frames = walk.stacks.back().frames;
  Dwarf_Addr pc = 0;
  bool is_activation = false;
  if (frames.size() > 200 || !dwfl_frame_pc(state, &pc, &is_activation)) return DWARF_CB_ABORT;
  if (!is_activation) --pc;  // The call, not what follows it.
  Dwfl* const dwfl = dwfl_thread_dwfl(dwfl_frame_thread(state));
  if (Dwfl_Module* const module = dwfl_addrmodule(dwfl, pc)) {
    AppendFrames(module, pc, walk.names, frames);
  }
  return DWARF_CB_OK;
}

int OnThread(Dwfl_Thread* thread, void* argument) {
  Walk& walk = *static_cast<Walk*>(argument);
  walk.stacks.push_back({dwfl_thread_tid(thread), {}});
  // An unwinding that breaks off keeps the frames it has.
  dwfl_thread_getframes(thread, OnFrame, &walk);
  return DWARF_CB_OK;
}

}  // namespace

std::vector<ThreadStack> StacksOf(pid_t process, const SourceNames& names) {
  const std::unique_ptr<Dwfl, decltype(&dwfl_end)> dwfl(dwfl_begin(&kCallbacks), &dwfl_end);
  if (dwfl == nullptr || dwfl_linux_proc_report(dwfl.get(), process) != 0 ||
      dwfl_report_end(dwfl.get(), nullptr, nullptr) != 0 ||
      dwfl_linux_proc_attach(dwfl.get(), process, false) != 0) {
    return {};
  }
  Walk walk{names, {}};
  dwfl_getthreads(dwfl.get(), OnThread, &walk);
  return std::move(walk.stacks);
}

}  // namespace racelab
