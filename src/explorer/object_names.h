// Names for the objects of a finding, the same in every run: a global's own name, else a letter for
// its sort and a number in the order in which the finding mentions them. Never an address.
#ifndef RACELAB_EXPLORER_OBJECT_NAMES_H_
#define RACELAB_EXPLORER_OBJECT_NAMES_H_

#include <cstdint>
#include <map>
#include <string>

#include "execution.h"
#include "symbolize.h"

namespace racelab::explorer {

class ObjectNames {
 public:
  explicit ObjectNames(Symbolizer& symbolizer) : symbolizer_(symbolizer) {}

  // "mutex M1", "condition variable C1", "variable V2"; "mutex `m` (global)" for a global.
  std::string Long(std::uintptr_t object, OpKind kind);
  // "M1", "C1", "V2"; "m" for a global.
  std::string Short(std::uintptr_t object, OpKind kind);

  std::string LongLock(std::uintptr_t lock) { return Long(lock, OpKind::kLock); }

 private:
  struct Name {
    const char* sort;
    std::string text;
    bool global;
  };

  const Name& NameOf(std::uintptr_t object, OpKind kind);

  Symbolizer& symbolizer_;
  std::map<std::uintptr_t, Name> names_;
  std::map<std::string, int> counts_;  // by letter
};

// "main", "thread 1".
std::string ThreadName(ThreadId thread);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_OBJECT_NAMES_H_
