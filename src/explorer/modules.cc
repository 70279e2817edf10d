#include "modules.h"

#include <link.h>
#include <unistd.h>

#include <span>
#include <string_view>

namespace racelab::explorer {

constinit Modules g_modules;

namespace {

// Prefixes of file names: the system's libraries, and the judge's own.
constexpr std::string_view kSystem[] = {"libc.so",    "libc-",        "ld-linux", "libstdc++",
                                        "libm.so",    "libm-",        "libgcc_s", "libpthread",
                                        "libdl",      "librt",        "libgtest", "libgmock",
                                        "linux-vdso", "libbacktrace", "libasan",  "libubsan"};

std::string_view BaseName(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

constexpr std::string_view kLibraries[] = {"libabsl", "libtbb"};

bool StartsWithAny(std::string_view name, std::span<const std::string_view> prefixes) {
  for (const std::string_view prefix : prefixes) {
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

// The slots of lazily bound functions: the loader fills them in as they are first called.
AddressRange LazySlots(const dl_phdr_info& info) {
  std::uintptr_t begin = 0;
  std::size_t relocation_bytes = 0;
  for (int i = 0; i < info.dlpi_phnum; ++i) {
    if (info.dlpi_phdr[i].p_type != PT_DYNAMIC) continue;
    const auto* entry =
        reinterpret_cast<const ElfW(Dyn)*>(info.dlpi_addr + info.dlpi_phdr[i].p_vaddr);
    for (; entry->d_tag != DT_NULL; ++entry) {
      if (entry->d_tag == DT_PLTGOT) begin = entry->d_un.d_ptr;
      if (entry->d_tag == DT_PLTRELSZ) relocation_bytes = entry->d_un.d_val;
    }
  }
  if (begin == 0) return {};
  if (begin < info.dlpi_addr) begin += info.dlpi_addr;  // glibc has relocated it already, or not
  constexpr std::size_t kReservedSlots = 3;
  const std::size_t slots = kReservedSlots + relocation_bytes / sizeof(ElfW(Rela));
  return {begin, begin + slots * sizeof(void*)};
}

// Adds the parts of `range` that none of the holes covers.
void AddWritable(Module& module, AddressRange range, std::vector<AddressRange> holes) {
  for (const AddressRange& hole : holes) {
    if (hole.begin >= hole.end || range.begin >= hole.end || hole.begin >= range.end) continue;
    if (range.begin < hole.begin) AddWritable(module, {range.begin, hole.begin}, holes);
    range.begin = hole.end;
  }
  if (range.begin < range.end) module.writable.push_back(range);
}

}  // namespace

int VisitModule(dl_phdr_info* info, std::size_t, void* argument) {
  Modules& modules = *static_cast<Modules*>(argument);
  Module module;
  module.name = info->dlpi_name;
  module.executable = modules.modules_.empty();
  module.system = StartsWithAny(BaseName(module.name), kSystem);
  module.library = StartsWithAny(BaseName(module.name), kLibraries);
  const AddressRange relro = RelocatedOnce(*info);
  AddressRange code = {~std::uintptr_t{0}, 0};
  for (int i = 0; i < info->dlpi_phnum; ++i) {
    const ElfW(Phdr)& segment = info->dlpi_phdr[i];
    const std::uintptr_t begin = info->dlpi_addr + segment.p_vaddr;
    if (segment.p_type == PT_LOAD && (segment.p_flags & PF_X) != 0) {
      code = {begin, begin + segment.p_memsz};
    }
    if (segment.p_type == PT_LOAD && (segment.p_flags & PF_W) != 0) {
      AddWritable(module, {begin, begin + segment.p_memsz}, {relro, LazySlots(*info)});
    }
    if (segment.p_type == PT_TLS) {
      module.tls_id = info->dlpi_tls_modid;
      module.tls_image = reinterpret_cast<const void*>(begin);
      module.tls_image_bytes = segment.p_filesz;
      module.tls_bytes = segment.p_memsz;
    }
  }
  const std::string_view name = BaseName(module.name);
  module.code = code;
  if (name.substr(0, 11) == "libgtest.so") modules.gtest_ = code;
  if (name.substr(0, 9) == "libstdc++") modules.libstdcpp_ = code;
  if (name.substr(0, 7) == "libc.so" || name.substr(0, 5) == "libc-") modules.libc_ = code;
  if (name.substr(0, 8) == "ld-linux") modules.loader_ = code;
  modules.modules_.push_back(std::move(module));
  return 0;
}

bool Modules::IsProgram(std::uintptr_t pc) const {
  for (const Module& module : modules_) {
    if (In(module.code, pc)) return !module.executable && !module.system && !module.library;
  }
  return false;
}

bool Modules::WaitsForItself(std::uintptr_t pc) const {
  for (const Module& module : modules_) {
    if (!In(module.code, pc)) continue;
    return module.library && module.name.find("libabsl_time") == std::string::npos;
  }
  return false;
}

void Modules::Scan() {
  modules_.clear();
  dl_iterate_phdr(&VisitModule, this);
}

}  // namespace racelab::explorer
