// Use cases: what the measured rows say about a choice.
#include <string>

#include "contrast/rows.h"

namespace racelab::contrast {
namespace {

constexpr char kTopic[] = "use cases";

// The job that lasts a hundred times as long as the start of its worker.
Amount HundredTimes(Amount start) {
  return {start.median * 100, start.low * 100, start.high * 100};
}

Row Advice(const char* id, const char* question, const char* process, const char* thread,
           const char* observed, const char* lab) {
  return {.id = id,
          .topic = kTopic,
          .question = question,
          .process = {.how = "", .seen = process},
          .thread = {.how = "", .seen = thread},
          .observed = observed,
          .lab = lab};
}

}  // namespace

Rows UseRows(const Timing& timing) {
  return {
      {.id = "use.grain",
       .topic = kTopic,
       .question = "the shortest job for which starting a worker costs 1 % at most",
       .unit = Unit::kNanoseconds,
       .process = {.how = "fork", .seen = "", .amount = HundredTimes(timing.Of("start.fork"))},
       .thread = {.how = "std::thread",
                  .seen = "",
                  .amount = HundredTimes(timing.Of("start.thread"))},
       .observed = "for shorter jobs keep a pool, in either world",
       .lab = "08-worker-pool"},
      Advice("use.untrusted", "work that may crash, leak, or is another's", "yes", "no",
             "see crash behaviour: one job is lost, not the server", "03-blast-radius"),
      Advice("use.shared-state", "many workers at one data structure", "hard", "yes",
             "see memory: threads share everything, so everything needs a rule", "09-lost-update"),
      Advice("use.privileges", "other rights, limits, folder or user for a part", "yes", "no",
             "see independence: they belong to the process", "06-fork-among-threads"),
  };
}

}  // namespace racelab::contrast
