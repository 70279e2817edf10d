#include "racelab/scenario.h"

namespace racelab {

std::string As(std::string_view kind) { return "[[" + std::string(kind) + "]] "; }

}  // namespace racelab
