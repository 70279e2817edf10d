#include "modules.h"

#include <link.h>
#include <unistd.h>

#include <string_view>

namespace racelab::explorer {

Modules g_modules;

namespace {

// Prefixes of file names: the system's libraries, and the judge's own.
constexpr std::string_view kSystem[] = {"libc.so",       "libc-",       "ld-linux",  "libstdc++",
                                        "libm.so",       "libm-",       "libgcc_s",  "libpthread",
                                        "libdl",         "librt",       "libgtest",  "libgmock",
                                        "linux-vdso",    "libbacktrace", "libasan",  "libubsan"};

std::string_view BaseName(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool IsSystem(std::string_view name) {
  for (const std::string_view prefix : kSystem) {
    if (name.substr(0, prefix.size()) == prefix) return true;
  }
  return false;
}

AddressRange RelocatedOnce(const dl_phdr_info& info) {
  for (int i = 0; i < info.dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = info.dlpi_phdr[i];
    if (segment.p_type != PT_GNU_RELRO) continue;
    // The loader protects whole pages.
    const std::uintptr_t page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const std::uintptr_t begin = info.dlpi_addr + segment.p_vaddr;
    return AddressRange{begin & ~(page - 1), (begin + segment.p_memsz) & ~(page - 1)};
  }
  return {};
}

void AddWritable(Module& module, AddressRange range, const AddressRange& relro) {
  if (relro.begin < relro.end && range.begin < relro.end && relro.begin < range.end) {
    if (range.begin < relro.begin) module.writable.push_back({range.begin, relro.begin});
    range.begin = relro.end;
  }
  if (range.begin < range.end) module.writable.push_back(range);
}

}  // namespace

int VisitModule(dl_phdr_info* info, std::size_t, void* argument) {
  Modules& modules = *static_cast<Modules*>(argument);
  Module module;
  module.name = info->dlpi_name;
  module.executable = modules.modules_.empty();
  module.system = IsSystem(BaseName(module.name));
  const AddressRange relro = RelocatedOnce(*info);
  AddressRange code = {~std::uintptr_t{0}, 0};
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = info->dlpi_phdr[i];
    const std::uintptr_t begin = info->dlpi_addr + segment.p_vaddr;
    if (segment.p_type == PT_LOAD && (segment.p_flags & PF_X) != 0) {
      code = {begin, begin + segment.p_memsz};
    }
    if (segment.p_type == PT_LOAD && (segment.p_flags & PF_W) != 0) {
      AddWritable(module, {begin, begin + segment.p_memsz}, relro);
    }
    if (segment.p_type == PT_TLS) {
      module.tls_id = info->dlpi_tls_modid;
      module.tls_image = reinterpret_cast<const void*>(begin);
      module.tls_image_bytes = segment.p_filesz;
      module.tls_bytes = segment.p_memsz;
    }
  }
  const std::string_view name = BaseName(module.name);
  if (name.substr(0, 7) == "libc.so" || name.substr(0, 5) == "libc-") modules.libc_ = code;
  if (name.substr(0, 8) == "ld-linux") modules.loader_ = code;
  modules.modules_.push_back(std::move(module));
  return 0;
}

void Modules::Scan() {
  modules_.clear();
  dl_iterate_phdr(&VisitModule, this);
}

}  // namespace racelab::explorer
