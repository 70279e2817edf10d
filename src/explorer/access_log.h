// The last accesses of every thread to every address, kept only while an execution is recorded:
// where the other half of a race comes from.
#ifndef RACELAB_EXPLORER_ACCESS_LOG_H_
#define RACELAB_EXPLORER_ACCESS_LOG_H_

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace racelab::explorer {

struct LoggedAccess {
  int thread = 0;
  std::uintptr_t address = 0;
  std::size_t size = 0;
  bool write = false;
  bool atomic = false;
  std::vector<std::uintptr_t> stack;
  std::vector<std::uintptr_t> locks;
};

class AccessLog {
 public:
  void Clear() { by_granule_.clear(); }
  // By the running thread, now.
  void Add(std::uintptr_t address, std::size_t size, bool write, bool atomic, std::uintptr_t pc);
  // The latest access of that thread to that byte, or null.
  const LoggedAccess* Find(std::uintptr_t address, int thread, bool write) const;

 private:
  std::unordered_map<std::uintptr_t, std::vector<LoggedAccess>> by_granule_;
};

extern AccessLog g_access_log;

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_ACCESS_LOG_H_
