#include "object_names.h"

#include <optional>

namespace racelab::explorer {
namespace {

struct Sort {
  const char* name;
  const char* letter;
};

Sort SortOf(OpKind kind) {
  switch (kind) {
    case OpKind::kLock:
    case OpKind::kTryLock:
    case OpKind::kLockShared:
    case OpKind::kTryLockShared:
    case OpKind::kUnlock:
    case OpKind::kUnlockShared:
      return {"mutex", "M"};
    case OpKind::kWait:
    case OpKind::kWake:
    case OpKind::kTimeout:
    case OpKind::kSpurious:
    case OpKind::kNotifyOne:
    case OpKind::kNotifyAll:
      return {"condition variable", "C"};
    case OpKind::kSemaphoreWait:
    case OpKind::kSemaphorePost:
      return {"semaphore", "S"};
    case OpKind::kBarrierWait:
      return {"barrier", "B"};
    case OpKind::kOnce:
      return {"once flag", "O"};
    default:
      return {"variable", "V"};
  }
}

}  // namespace

const ObjectNames::Name& ObjectNames::NameOf(std::uintptr_t object, OpKind kind) {
  const auto it = names_.find(object);
  if (it != names_.end()) return it->second;
  const Sort sort = SortOf(kind);
  const std::optional<std::string> global = symbolizer_.Variable(object);
  Name name{sort.name, "", global.has_value()};
  name.text = global ? *global : sort.letter + std::to_string(++counts_[sort.letter]);
  return names_.emplace(object, std::move(name)).first->second;
}

std::string ObjectNames::Long(std::uintptr_t object, OpKind kind) {
  const Name& name = NameOf(object, kind);
  if (name.global) return std::string(name.sort) + " `" + name.text + "` (global)";
  return std::string(name.sort) + " " + name.text;
}

std::string ObjectNames::Short(std::uintptr_t object, OpKind kind) {
  return NameOf(object, kind).text;
}

std::string ThreadName(ThreadId thread) {
  return thread == 0 ? "main" : "thread " + std::to_string(thread);
}

}  // namespace racelab::explorer
