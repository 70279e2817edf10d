#include "access_log.h"

#include "run.h"

namespace racelab::explorer {

AccessLog g_access_log;

void AccessLog::Add(std::uintptr_t address, std::size_t size, bool write, bool atomic,
                    std::uintptr_t pc) {
  const Thread& self = g_run.current();
  LoggedAccess access{self.id, address, size, write, atomic, Run::CaptureStack(pc), self.locks};
  for (std::uintptr_t granule = address >> 3; granule <= (address + size - 1) >> 3; ++granule) {
    std::vector<LoggedAccess>& here = by_granule_[granule];
    bool replaced = false;
    for (LoggedAccess& known : here) {
      if (known.thread == access.thread && known.address == address && known.size == size &&
          known.write == write) {
        known = access;
        std::swap(known, here.back());
        replaced = true;
        break;
      }
    }
    if (!replaced) here.push_back(access);
  }
}

const LoggedAccess* AccessLog::Find(std::uintptr_t address, int thread, bool write) const {
  const auto found = by_granule_.find(address >> 3);
  if (found == by_granule_.end()) return nullptr;
  for (auto access = found->second.rbegin(); access != found->second.rend(); ++access) {
    if (access->thread == thread && access->write == write && access->address <= address &&
        address < access->address + access->size) {
      return &*access;
    }
  }
  return nullptr;
}

}  // namespace racelab::explorer
