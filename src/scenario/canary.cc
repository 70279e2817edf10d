#include "canary.h"

#include <nlohmann/json.hpp>
#include <string_view>
#include <thread>

#include "channel.h"

namespace racelab_canary {

int planted = 0;

// Not inlined: the judge knows the planted race by this name.
[[gnu::noinline]] void Race() { planted = planted + 1; }

}  // namespace racelab_canary

namespace racelab {

void PlantRace() {
  if (std::string_view(RACELAB_VARIANT) != "tsan") return;
  channel::Emit("canary", nlohmann::json::object());
  std::thread other(racelab_canary::Race);
  racelab_canary::Race();
  other.join();
}

}  // namespace racelab
