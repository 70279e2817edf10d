#include "finding_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "columns.h"
#include "story.h"

namespace racelab::explorer {
namespace {

using nlohmann::json;

json FrameToJson(const Frame& frame) {
  return {{"function", frame.function}, {"file", BaseName(frame.file)}, {"line", frame.line}};
}

json ThreadsToJson(const Story& story) {
  json threads = json::array();
  for (const StoryThread& thread : story.involved) {
    json stack = json::array();
    for (const Frame& frame : thread.stack) stack.push_back(FrameToJson(frame));
    threads.push_back({{"name", ThreadName(thread.thread)},
                       {"did", thread.did},
                       {"locks", thread.locks},
                       {"stack", stack}});
  }
  return threads;
}

// The innermost own line of each thread involved, each once.
json LocationsToJson(const Story& story) {
  json locations = json::array();
  for (const StoryThread& thread : story.involved) {
    if (thread.stack.empty() || thread.stack.front().line == 0) continue;
    json location = FrameToJson(thread.stack.front());
    if (std::find(locations.begin(), locations.end(), location) == locations.end()) {
      locations.push_back(std::move(location));
    }
  }
  return locations;
}

json ScheduleToJson(const Story& story, int threads) {
  json names = json::array();
  for (ThreadId thread = 0; thread < threads; ++thread) names.push_back(ThreadName(thread));
  json steps = json::array();
  for (const StoryRow& row : story.rows) {
    if (row.left_out > 0) {
      steps.push_back({{"left_out", row.left_out}});
      continue;
    }
    steps.push_back({{"thread", row.thread},
                     {"file", BaseName(row.file)},
                     {"line", row.line},
                     {"source", row.source},
                     {"text", row.text},
                     {"locks", row.held},
                     {"preempts", row.preempts},
                     {"defect", row.defect}});
  }
  return {{"threads", names}, {"preemptions", story.preemptions}, {"steps", steps}};
}

json WitnessToJson(const Witness& witness, const Origin& origin, Symbolizer& symbolizer) {
  const Story story = Tell(witness, symbolizer);
  return {{"kind", story.kind},
          {"oracle", "explorer"},
          {"variant", "explore"},
          {"test", origin.test},
          {"message", story.message},
          {"locations", LocationsToJson(story)},
          {"threads", ThreadsToJson(story)},
          {"schedule", ScheduleToJson(story, witness.threads)},
          {"replay", EncodeToken(TokenOf(witness, origin))},
          {"details", RenderInvolved(story) + "\n" + RenderColumns(story)}};
}

std::string PreemptionsText(const Witness& witness, int preemptions) {
  if (witness.schedule.fair_from == 0) return "fair turns from the start";
  if (witness.schedule.fair_from > 0) {
    return "fair turns from step " + WithThousands(witness.schedule.fair_from) + " on";
  }
  std::string text = preemptions == 0   ? "no preemption"
                     : preemptions == 1 ? "1 preemption"
                                        : std::to_string(preemptions) + " preemptions";
  if (witness.schedule.alone_from >= 0) {
    text += ", in which " + ThreadName(witness.schedule.alone) + " runs on while it can";
  }
  return text;
}

}  // namespace

Token TokenOf(const Witness& witness, const Origin& origin) {
  Token token;
  token.test = HashOfTest(origin.test);
  token.scenario = origin.scenario;
  token.detect_races = witness.options.detect_races;
  token.schedule = witness.schedule;
  token.visible = witness.options.visible;
  return token;
}

std::string MessageOf(const Finding& finding) {
  std::string message = WithMainNamed(finding.witness.finding.message);
  if (finding.consequence) {
    message += "; and here is what it does: " + finding.consequence->finding.kind + ", " +
               WithMainNamed(finding.consequence->finding.message);
  }
  return message;
}

json FindingToJson(const Finding& finding, const Origin& origin, Symbolizer& symbolizer) {
  json out = WitnessToJson(finding.witness, origin, symbolizer);
  out["message"] = MessageOf(finding);
  out["found_at"] = finding.found_at;
  out["found_by"] = finding.found_by;
  if (finding.consequence) {
    out["consequence"] = WitnessToJson(*finding.consequence, origin, symbolizer);
  }
  return out;
}

std::string WitnessToText(const Witness& witness, Symbolizer& symbolizer) {
  const Story story = Tell(witness, symbolizer);
  return RenderInvolved(story) + "\nThe schedule, with " +
         PreemptionsText(witness, story.preemptions) + ":\n\n" + RenderColumns(story);
}

std::string FindingToText(const Finding& finding, const Origin& origin, Symbolizer& symbolizer) {
  const Witness& witness = finding.witness;
  std::string text = witness.finding.kind + ": " + WithMainNamed(witness.finding.message) + "\n" +
                     WitnessToText(witness, symbolizer) +
                     "\nreplay: " + EncodeToken(TokenOf(witness, origin)) + "\n";
  if (finding.consequence) {
    const Witness& seen = *finding.consequence;
    text += "\nAnd here is what it does: " + seen.finding.kind + ": " +
            WithMainNamed(seen.finding.message) + "\n" + WitnessToText(seen, symbolizer) +
            "\nreplay: " + EncodeToken(TokenOf(seen, origin)) + "\n";
  }
  return text;
}

}  // namespace racelab::explorer
