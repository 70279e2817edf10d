// Proof that the sanitizer was awake in the very process that it judges.
#include <atomic>
#include <nlohmann/json.hpp>
#include <string_view>
#include <thread>

#include "channel.h"
#include "runner.h"

namespace racelab_canary {

int planted = 0;

// Not inlined: the judge knows the planted race by this name.
[[gnu::noinline]] void Race() { planted = planted + 1; }

}  // namespace racelab_canary

namespace racelab {

std::string_view VariantName() { return RACELAB_VARIANT; }

void PlantRace() {
  if (VariantName() != "tsan") return;
  channel::Emit("canary", nlohmann::json::object());
  // One after the other, and with nothing that orders them: two accesses at the very same moment
  // can escape the sanitizer.
  std::atomic<bool> raced = false;
  std::thread other([&raced] {
    racelab_canary::Race();
    raced.store(true, std::memory_order_relaxed);
  });
  while (!raced.load(std::memory_order_relaxed)) std::this_thread::yield();
  racelab_canary::Race();
  other.join();
}

}  // namespace racelab
