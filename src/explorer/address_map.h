// State kept beside an object of the program, found by the object's address.
//
// Forgetting everything is O(1), because it happens between any two executions: entries carry the
// generation that made them. States themselves are kept and reused, so that a search allocates only
// while it meets objects for the first time.
#ifndef RACELAB_EXPLORER_ADDRESS_MAP_H_
#define RACELAB_EXPLORER_ADDRESS_MAP_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace racelab::explorer {

// T needs a `void Reset()` that makes a used state as good as new. States do not move.
template <typename T>
class AddressMap {
 public:
  T* Find(std::uintptr_t address) {
    if (slots_.empty()) return nullptr;
    const Slot& slot = slots_[Probe(address)];
    return slot.generation == generation_ ? states_[slot.state].get() : nullptr;
  }

  // The state of `address`, a fresh one if there is none. May allocate.
  T& Get(std::uintptr_t address) {
    if (2 * (used_ + 1) > slots_.size()) Grow();
    Slot& slot = slots_[Probe(address)];
    if (slot.generation != generation_) {
      slot = Slot{address, generation_, static_cast<std::uint32_t>(used_)};
      if (used_ == states_.size()) states_.push_back(std::make_unique<T>());
      states_[used_]->Reset();
      ++used_;
    }
    return *states_[slot.state];
  }

  // As if the object had never been seen.
  void Renew(std::uintptr_t address) {
    if (T* state = Find(address)) state->Reset();
  }

  void Clear() {
    used_ = 0;
    ++generation_;
  }

  // In the order in which they were first seen, which is deterministic.
  template <typename F>
  void ForEach(F&& visit) {
    for (std::size_t i = 0; i < used_; ++i) visit(*states_[i]);
  }

 private:
  struct Slot {
    std::uintptr_t address = 0;
    std::uint32_t generation = 0;
    std::uint32_t state = 0;
  };

  std::size_t Probe(std::uintptr_t address) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = (address * 0x9E3779B97F4A7C15u >> 32) & mask;
    while (slots_[i].generation == generation_ && slots_[i].address != address) i = (i + 1) & mask;
    return i;
  }

  void Grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.generation == generation_) slots_[Probe(slot.address)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::vector<std::unique_ptr<T>> states_;
  std::size_t used_ = 0;
  std::uint32_t generation_ = 1;  // 0 marks a slot that was never used
};

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_ADDRESS_MAP_H_
