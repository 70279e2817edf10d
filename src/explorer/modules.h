// The executable and the shared objects of the process: which belong to the program under test,
// which to the system, and where their variables and thread-local storage are.
#ifndef RACELAB_EXPLORER_MODULES_H_
#define RACELAB_EXPLORER_MODULES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "execution.h"

struct dl_phdr_info;

namespace racelab::explorer {

struct Module {
  std::string name;  // path; empty for the executable
  bool executable = false;
  bool system = false;   // libc, libstdc++ and the like
  bool library = false;  // libraries of the course: put back, but never ended with an execution
  AddressRange code;
  std::vector<AddressRange>
      writable;            // initialized and zeroed variables, without what is relocated once
  std::size_t tls_id = 0;  // 0: no thread-local storage
  const void* tls_image = nullptr;
  std::size_t tls_image_bytes = 0;
  std::size_t tls_bytes = 0;
};

class Modules {
 public:
  // Looks at what is loaded now.
  void Scan();
  const std::vector<Module>& all() const { return modules_; }

  // True for code of libc and the dynamic linker.
  bool IsSystemC(std::uintptr_t pc) const { return In(libc_, pc) || In(loader_, pc); }
  bool IsSystemCpp(std::uintptr_t pc) const { return In(libstdcpp_, pc); }
  // True for code of a library of the course that waits in its own way. Sleeping in Abseil's name
  // is its caller's doing.
  bool WaitsForItself(std::uintptr_t pc) const;
  // True for code of GoogleTest, which works for the judge.
  bool IsJudge(std::uintptr_t pc) const { return In(gtest_, pc); }
  // True for code of the program under test itself.
  bool IsProgram(std::uintptr_t pc) const;

 private:
  std::vector<Module> modules_;
  static bool In(const AddressRange& range, std::uintptr_t pc) {
    return pc - range.begin < range.end - range.begin;
  }

  AddressRange libc_;
  AddressRange libstdcpp_;
  AddressRange gtest_;
  AddressRange loader_;
  friend int VisitModule(::dl_phdr_info* info, std::size_t size, void* modules);
};

extern Modules g_modules;

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_MODULES_H_
