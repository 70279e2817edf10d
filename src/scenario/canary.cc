// Proof that the sanitizer was awake in the very process that it judges.
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
  std::thread other(racelab_canary::Race);
  racelab_canary::Race();
  other.join();
}

}  // namespace racelab
