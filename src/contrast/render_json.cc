#include <nlohmann/json.hpp>

#include "contrast/render.h"

namespace racelab::contrast {
namespace {

using nlohmann::json;

const char* UnitName(Unit unit) {
  switch (unit) {
    case Unit::kNanoseconds:
      return "ns";
    case Unit::kKibibytes:
      return "KiB";
    case Unit::kNone:
      break;
  }
  return "";
}

json SideToJson(const Row& row, const Side& side) {
  json object = {{"how", side.how}, {"seen", SideInWords(row, side)}};
  if (side.amount) {
    object["median"] = side.amount->median;
    object["quartiles"] = {side.amount->low, side.amount->high};
  }
  return object;
}

}  // namespace

std::string RenderJson(const Comparison& comparison) {
  json rows = json::array();
  for (const Row& row : comparison.rows) {
    const std::optional<double> ratio = RatioOf(row);
    rows.push_back({{"id", row.id},
                    {"topic", row.topic},
                    {"row", row.question},
                    {"unit", UnitName(row.unit)},
                    {"processes", SideToJson(row, row.process)},
                    {"threads", SideToJson(row, row.thread)},
                    {"ratio", ratio ? json(*ratio) : json(nullptr)},
                    {"order", OrderInWords(OrderOf(row))},
                    {"observed", row.observed},
                    {"lab", row.lab}});
  }
  const Machine& machine = comparison.machine;
  const json object = {{"schema", "racelab/contrast/v1"},
                       {"machine",
                        {{"processor", machine.processor},
                         {"cores", machine.cores},
                         {"kernel", machine.kernel},
                         {"compiler", machine.compiler},
                         {"date", machine.date},
                         {"others_cores", machine.others},
                         {"busy", machine.busy()}}},
                       {"repetitions", comparison.repetitions},
                       {"seconds", comparison.seconds},
                       {"rows", rows}};
  return object.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace racelab::contrast
