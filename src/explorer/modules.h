// The executable and the shared objects of the process: which belong to the program under test, which
// to the system, and where their variables and thread-local storage are.
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
  std::string name;        // path; empty for the executable
  bool executable = false;
  bool system = false;     // libc, libstdc++ and the like
  std::vector<AddressRange> writable;  // initialized and zeroed variables, without what is relocated once
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
  bool IsSystemC(std::uintptr_t pc) const {
    return pc - libc_.begin < libc_.end - libc_.begin || pc - loader_.begin < loader_.end - loader_.begin;
  }

 private:
  std::vector<Module> modules_;
  AddressRange libc_;
  AddressRange loader_;
  friend int VisitModule(::dl_phdr_info* info, std::size_t size, void* modules);
};

extern Modules g_modules;

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_MODULES_H_
