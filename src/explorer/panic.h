// The end of the process when the runtime itself is at fault: it is not allowed to use the calls
// that it interposes, so that it cannot use absl's CHECK.
#ifndef RACELAB_EXPLORER_PANIC_H_
#define RACELAB_EXPLORER_PANIC_H_

namespace racelab::explorer {

// Writes `message` to standard error and aborts for real.
[[noreturn]] void Panic(const char* message);

}  // namespace racelab::explorer

#define RACELAB_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::racelab::explorer::Panic("broken invariant: " #condition))

#endif  // RACELAB_EXPLORER_PANIC_H_
