// expect: forbidden
// absl::SleepFor sleeps too, although the call that sleeps is in Abseil.
#include <atomic>
#include <thread>

#include "absl/time/clock.h"
#include "absl/time/time.h"

extern "C" void racelab_forbid_polling();

int main() {
  racelab_forbid_polling();
  std::atomic<bool> ready{false};
  std::thread other([&] { ready = true; });
  while (!ready) absl::SleepFor(absl::Milliseconds(2));
  other.join();
}
