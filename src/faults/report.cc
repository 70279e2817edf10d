#include "report.h"

#include <algorithm>
#include <cstring>
#include <nlohmann/json.hpp>
#include <span>

#include "process.h"

namespace racelab::faults {
namespace {

using explorer::Frame;
using explorer::Symbolizer;
using nlohmann::json;

constexpr size_t kStepsShown = 30;

// The frames that are neither a library's nor the check's, innermost first.
std::vector<Frame> StudentFrames(std::span<const std::uintptr_t> pcs, Symbolizer& symbolizer) {
  std::vector<std::uintptr_t> stack;
  for (const std::uintptr_t pc : pcs) {
    if (pc != 0) stack.push_back(pc);
  }
  std::vector<Frame> frames = stack.empty() ? std::vector<Frame>() : symbolizer.OwnFrames(stack);
  std::erase_if(frames, [](const Frame& frame) {
    return frame.line == 0 || frame.library || frame.file.ends_with("_check.cc") ||
           frame.file.find("/src/faults/") != std::string::npos;
  });
  // A tool of the contract is called from the student's line, which is the one to look at.
  std::stable_partition(frames.begin(), frames.end(),
                        [](const Frame& frame) { return !frame.file.ends_with(".h"); });
  return frames;
}

std::string PlaceOf(std::span<const std::uintptr_t> pcs, Symbolizer& symbolizer) {
  const std::vector<Frame> frames = StudentFrames(pcs, symbolizer);
  if (frames.empty()) return "";
  return explorer::BaseName(frames[0].file) + ":" + std::to_string(frames[0].line);
}

std::string Ordinal(int n) {
  const char* const suffix = n % 100 / 10 == 1 ? "th"
                             : n % 10 == 1     ? "st"
                             : n % 10 == 2     ? "nd"
                             : n % 10 == 3     ? "rd"
                                               : "th";
  return std::to_string(n) + suffix;
}

std::string CallName(const char* name) {
  return std::strchr(name, ' ') != nullptr || std::strchr(name, '(') != nullptr
             ? name
             : std::string(name) + "()";
}

// "3rd read() (collect.cc:31)"
std::string NameStep(const Step& step, const Execution& execution, Symbolizer& symbolizer) {
  int nth = 0;
  for (const Step& other : execution.steps) {
    if (other.process == step.process && std::strcmp(other.name, step.name) == 0) ++nth;
    if (other.process == step.process && other.index == step.index) break;
  }
  const std::string place = PlaceOf(step.pcs, symbolizer);
  return Ordinal(nth) + " " + CallName(step.name) + (place.empty() ? "" : " (" + place + ")");
}

std::string RefusedBecause(const char* name) {
  if (std::strcmp(name, "fork") == 0) return " failed with EAGAIN: no more processes";
  if (std::strcmp(name, "mmap") == 0) return " failed with ENOMEM: no more memory";
  return " failed with EMFILE: no more descriptors";
}

std::string DescribeFault(const Step& step, const Execution& execution, Symbolizer& symbolizer) {
  const std::string who = ProcessName(step.process);
  const std::string its = "its " + NameStep(step, execution, symbolizer);
  const std::string call = "the " + its.substr(4) + " of " + who;
  const bool writes = std::strcmp(step.name, "write") == 0 || std::strcmp(step.name, "send") == 0;
  switch (step.applied) {
    case kPause:
      return who + " was stopped before " + its + " while the others went on";
    case kKill:
      return who + " was killed before " + its;
    case kKillLate:
      return who + " was stopped before " + its + ", the others went on, and then it was killed";
    case kShort:
      return call + (writes ? " wrote " : " returned ") + std::to_string(step.result) + " of " +
             std::to_string(step.asked) + " bytes";
    case kInterrupt:
      return call + " was interrupted by a signal (EINTR)";
    case kAgain:
      return call + " failed with EAGAIN";
    case kRefuse:
      return call + RefusedBecause(step.name);
    case kSpurious:
      return call + " came back without having been woken";
    case kTimeout:
      return call + " was over before anybody else moved";
    default:
      return call;
  }
}

std::string Describe(const Step& step) {
  if (step.applied == kKill || step.applied == kKillLate) return "is killed here";
  std::string text = CallName(step.name);
  if (std::strncmp(step.name, "the ", 4) == 0 || std::strchr(step.name, ' ') != nullptr) {
    return step.applied == kPause ? "stopped here: " + text : text;
  }
  if (step.applied == kPause) text = "stopped here, then " + text;
  if (!step.returned) return text;
  if (std::strcmp(step.name, "fork") == 0 && step.result > 0) {
    return text + " makes " + ProcessName(static_cast<int>(step.result));
  }
  text += " returns " + std::to_string(step.result);
  return step.asked >= 0 ? text + " of " + std::to_string(step.asked) : text;
}

std::span<const Step> LastSteps(const Execution& execution) {
  const size_t count = std::min(kStepsShown, execution.steps.size());
  return std::span(execution.steps).last(count);
}

json FrameToJson(const Frame& frame) {
  return {
      {"file", explorer::BaseName(frame.file)}, {"line", frame.line}, {"function", frame.function}};
}

// The student's lines: of the defect, then of the faults that led to it.
json LocationsOf(const Found& found, Symbolizer& symbolizer) {
  json locations = json::array();
  const auto add = [&](std::span<const std::uintptr_t> pcs) {
    const std::vector<Frame> frames = StudentFrames(pcs, symbolizer);
    if (frames.empty()) return;
    json location = FrameToJson(frames[0]);
    if (std::find(locations.begin(), locations.end(), location) == locations.end()) {
      locations.push_back(std::move(location));
    }
  };
  add(found.defect.pcs);
  for (const Step& step : found.execution.steps) {
    if (step.applied != 0) add(step.pcs);
  }
  if (locations.empty() && !found.defect.file.empty()) {
    locations.push_back({{"file", explorer::BaseName(found.defect.file)},
                         {"line", found.defect.line},
                         {"function", ""}});
  }
  return locations;
}

json ThreadsOf(const Found& found, Symbolizer& symbolizer) {
  json threads = json::array();
  for (const ProcessEnd& process : found.execution.processes) {
    json stack = json::array();
    for (const Frame& frame : StudentFrames(process.pcs, symbolizer)) {
      stack.push_back(FrameToJson(frame));
    }
    threads.push_back({{"name", ProcessName(process.process)},
                       {"did", process.did},
                       {"locks", json::array()},
                       {"stack", stack}});
  }
  return threads;
}

json ScheduleOf(const Found& found, Symbolizer& symbolizer) {
  json names = json::array();
  for (const ProcessEnd& process : found.execution.processes) {
    names.push_back(ProcessName(process.process));
  }
  json steps = json::array();
  for (const Step& step : LastSteps(found.execution)) {
    const std::vector<Frame> frames = StudentFrames(step.pcs, symbolizer);
    const Frame frame = frames.empty() ? Frame() : frames[0];
    steps.push_back({{"thread", step.process},
                     {"file", explorer::BaseName(frame.file)},
                     {"line", frame.line},
                     {"source", symbolizer.SourceLine(frame.file, frame.line)},
                     {"text", Describe(step)}});
  }
  return {{"threads", names},
          {"preemptions", static_cast<int>(found.plan.faults.size())},
          {"steps", steps}};
}

std::string StepsAsText(const Found& found, Symbolizer& symbolizer) {
  std::string text;
  for (const Step& step : LastSteps(found.execution)) {
    const std::string place = PlaceOf(step.pcs, symbolizer);
    text += "  " + ProcessName(step.process) + ": " + Describe(step) +
            (place.empty() ? "" : "  " + place) + "\n";
  }
  for (const ProcessEnd& process : found.execution.processes) {
    text += "  " + ProcessName(process.process) + " " + process.did + "\n";
  }
  return text;
}

}  // namespace

std::string MessageOf(const Found& found, Symbolizer& symbolizer) {
  std::string message;
  for (const Step& step : found.execution.steps) {
    if (step.applied == 0) continue;
    message += (message.empty() ? "" : "; ") + DescribeFault(step, found.execution, symbolizer);
  }
  std::string what = found.defect.message;
  while (!what.empty() && what.back() == '\n') what.pop_back();
  if (!found.defect.file.empty()) {
    what = explorer::BaseName(found.defect.file) + ":" + std::to_string(found.defect.line) + ": " +
           what;
  } else if (!found.defect.pcs.empty()) {
    const std::string place = PlaceOf(found.defect.pcs, symbolizer);
    if (!place.empty()) what += " (" + place + ")";
  }
  return message.empty() ? what : message + "; then: " + what;
}

json ToJson(const Found& found, const Origin& origin, Symbolizer& symbolizer) {
  const bool serial = origin.variant == "explore";
  json finding = {{"kind", found.defect.kind},
                  {"oracle", "faults"},
                  {"variant", origin.variant},
                  {"test", origin.test},
                  {"message", MessageOf(found, symbolizer)},
                  {"locations", LocationsOf(found, symbolizer)},
                  {"threads", ThreadsOf(found, symbolizer)}};
  if (serial) {
    finding["schedule"] = ScheduleOf(found, symbolizer);
    finding["replay"] = EncodeToken({HashOfTest(origin.test), origin.scenario, found.plan});
    finding["details"] = StepsAsText(found, symbolizer);
  }
  return finding;
}

std::string ToText(const Found& found, const Origin& origin, Symbolizer& symbolizer) {
  std::string text = found.defect.kind + ": " + MessageOf(found, symbolizer) + "\n";
  if (origin.variant != "explore") return text;
  return text + StepsAsText(found, symbolizer) +
         "replay: " + EncodeToken({HashOfTest(origin.test), origin.scenario, found.plan}) + "\n";
}

}  // namespace racelab::faults
