// What a finding says of a thread: what it did, the locks it holds, and its stack.
#include <unwind.h>

#include "run.h"

namespace racelab::explorer {

Involvement Run::Involve(ThreadId id, std::string did, std::uintptr_t object, std::uintptr_t pc) {
  Involvement involvement;
  involvement.thread = id;
  involvement.did = std::move(did);
  involvement.object = object;
  involvement.locks = threads_[id]->locks;
  if (current_ != nullptr && current_->id == id) {
    involvement.stack = CaptureStack(pc);
  } else {
    involvement.stack = threads_[id]->pending_stack;
    if (involvement.stack.empty() && threads_[id]->state == ThreadState::kAlive) {
      involvement.stack.push_back(threads_[id]->pending.pc);
    }
  }
  return involvement;
}

namespace {

struct Frames {
  std::vector<std::uintptr_t>* pcs;
};

_Unwind_Reason_Code AddFrame(_Unwind_Context* context, void* frames) {
  const std::uintptr_t pc = _Unwind_GetIP(context);
  if (pc == 0) return _URC_END_OF_STACK;
  static_cast<Frames*>(frames)->pcs->push_back(pc);
  return static_cast<Frames*>(frames)->pcs->size() < 200 ? _URC_NO_REASON : _URC_END_OF_STACK;
}

}  // namespace

std::vector<std::uintptr_t> Run::CaptureStack(std::uintptr_t pc) {
  std::vector<std::uintptr_t> pcs;
  Frames frames{&pcs};
  _Unwind_Backtrace(&AddFrame, &frames);
  // Outermost: the runtime's thread entry. Innermost: the runtime's own frames, down to `pc`.
  if (!pcs.empty()) pcs.pop_back();
  if (!pcs.empty()) pcs.pop_back();
  for (std::size_t i = 0; i < pcs.size(); ++i) {
    if (pcs[i] == pc) return {pcs.begin() + static_cast<std::ptrdiff_t>(i), pcs.end()};
  }
  if (pc != 0) pcs.insert(pcs.begin(), pc);
  return pcs;
}

}  // namespace racelab::explorer
