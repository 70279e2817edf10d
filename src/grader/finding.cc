#include "grader/finding.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <tuple>
#include <utility>

namespace racelab {
namespace {

using nlohmann::json;

struct KindText {
  Kind kind;
  std::string_view name;
  std::string_view words;
};

constexpr std::array<KindText, 19> kKinds = {{
    {Kind::kMissingFile, "missing-file", "a missing file"},
    {Kind::kCompileError, "compile-error", "a compile error"},
    {Kind::kForbidden, "forbidden", "something forbidden"},
    {Kind::kDataRace, "data-race", "a data race"},
    {Kind::kUseAfterFree, "use-after-free", "a use after free"},
    {Kind::kUndefinedBehaviour, "undefined-behaviour", "undefined behaviour"},
    {Kind::kDeadlock, "deadlock", "a deadlock"},
    {Kind::kLostWakeup, "lost-wakeup", "a lost wakeup"},
    {Kind::kLivelock, "livelock", "a livelock"},
    {Kind::kWrongValue, "wrong-value", "a wrong value"},
    {Kind::kCrash, "crash", "a crash"},
    {Kind::kHang, "hang", "a hang"},
    {Kind::kLeak, "leak", "a memory leak"},
    {Kind::kResourceLeak, "resource-leak", "a leaked resource"},
    {Kind::kNotParallel, "not-parallel", "a loss of parallelism"},
    {Kind::kSuspect, "suspect", "a suspect result"},
    {Kind::kUnsupported, "unsupported", "an unsupported feature"},
    {Kind::kEnvironment, "environment", "a machine that cannot judge this"},
    {Kind::kPass, "pass", "a pass"},
}};

constexpr bool InOrder() {
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (kKinds[i].kind != static_cast<Kind>(i)) return false;
  }
  return kKinds.back().kind == Kind::kPass;
}
static_assert(InOrder(), "kKinds must list every Kind in the order of the enum");

std::string Text(const json& object, const char* key) {
  auto it = object.find(key);
  return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

int Number(const json& object, const char* key) {
  auto it = object.find(key);
  return it != object.end() && it->is_number_integer() ? it->get<int>() : 0;
}

std::vector<std::string> Texts(const json& object, const char* key) {
  std::vector<std::string> texts;
  auto it = object.find(key);
  if (it == object.end() || !it->is_array()) return texts;
  for (const json& item : *it) {
    if (item.is_string()) texts.push_back(item.get<std::string>());
  }
  return texts;
}

// The elements of an array of objects; anything else counts as no element.
std::vector<const json*> Objects(const json& object, const char* key) {
  std::vector<const json*> objects;
  auto it = object.find(key);
  if (it == object.end() || !it->is_array()) return objects;
  for (const json& item : *it) {
    if (item.is_object()) objects.push_back(&item);
  }
  return objects;
}

json FramesToJson(const std::vector<Frame>& frames) {
  json array = json::array();
  for (const Frame& frame : frames) {
    array.push_back({{"file", frame.file}, {"line", frame.line}, {"function", frame.function}});
  }
  return array;
}

std::vector<Frame> FramesFromJson(const json& object, const char* key) {
  std::vector<Frame> frames;
  for (const json* item : Objects(object, key)) {
    frames.push_back({Text(*item, "file"), Number(*item, "line"), Text(*item, "function")});
  }
  return frames;
}

json ScheduleToJson(const Schedule& schedule) {
  json steps = json::array();
  for (const ScheduleStep& step : schedule.steps) {
    steps.push_back({{"thread", step.thread},
                     {"file", step.file},
                     {"line", step.line},
                     {"source", step.source},
                     {"text", step.text}});
  }
  return {{"threads", schedule.threads}, {"preemptions", schedule.preemptions}, {"steps", steps}};
}

Schedule ScheduleFromJson(const json& object) {
  Schedule schedule{Texts(object, "threads"), Number(object, "preemptions"), {}};
  const int threads = static_cast<int>(schedule.threads.size());
  for (const json* item : Objects(object, "steps")) {
    ScheduleStep step{Number(*item, "thread"), Text(*item, "file"), Number(*item, "line"),
                      Text(*item, "source"), Text(*item, "text")};
    // Renderers index `threads` with it, so an index out of range never leaves this function.
    if (step.thread >= 0 && step.thread < threads) schedule.steps.push_back(std::move(step));
  }
  return schedule;
}

// How much a finding tells: of two that name the same defect, the greater stands for both.
// A schedule tells most, and of two the shorter one.
auto Richness(const Finding& finding) {
  const std::size_t steps = finding.schedule ? finding.schedule->steps.size() : 0;
  return std::tuple(finding.schedule.has_value(), -static_cast<std::ptrdiff_t>(steps),
                    finding.threads.size(), finding.locations.size(), finding.details.size());
}

auto Place(const Finding& finding) {
  const Frame frame = finding.locations.empty() ? Frame{} : finding.locations.front();
  return std::tuple(finding.locations.empty(), frame.file, frame.line);
}

bool SameDefect(const Finding& a, const Finding& b) {
  if (a.kind != b.kind) return false;
  if (a.locations.empty() && b.locations.empty()) return a.message == b.message;
  return Place(a) == Place(b);
}

}  // namespace

std::span<const Kind> AllKinds() {
  static constexpr auto kAll = [] {
    std::array<Kind, kKinds.size()> kinds{};
    for (std::size_t i = 0; i < kKinds.size(); ++i) kinds[i] = kKinds[i].kind;
    return kinds;
  }();
  return kAll;
}

std::string_view KindName(Kind kind) { return kKinds.at(static_cast<std::size_t>(kind)).name; }

std::string_view KindInWords(Kind kind) { return kKinds.at(static_cast<std::size_t>(kind)).words; }

std::optional<Kind> KindFromName(std::string_view name) {
  for (const KindText& text : kKinds) {
    if (text.name == name) return text.kind;
  }
  return std::nullopt;
}

json ToJson(const Finding& finding) {
  json threads = json::array();
  for (const ThreadStory& thread : finding.threads) {
    threads.push_back({{"name", thread.name},
                       {"did", thread.did},
                       {"locks", thread.locks},
                       {"stack", FramesToJson(thread.stack)}});
  }
  json object = {{"kind", KindName(finding.kind)},
                 {"oracle", finding.oracle},
                 {"variant", finding.variant},
                 {"test", finding.test},
                 {"message", finding.message},
                 {"locations", FramesToJson(finding.locations)},
                 {"threads", threads},
                 {"replay", finding.replay},
                 {"details", finding.details},
                 {"story", finding.story}};
  if (finding.schedule) object["schedule"] = ScheduleToJson(*finding.schedule);
  return object;
}

std::optional<Finding> FindingFromJson(const json& object) {
  if (!object.is_object()) return std::nullopt;
  std::optional<Kind> kind = KindFromName(Text(object, "kind"));
  if (!kind) return std::nullopt;
  Finding finding;
  finding.kind = *kind;
  finding.oracle = Text(object, "oracle");
  finding.variant = Text(object, "variant");
  finding.test = Text(object, "test");
  finding.message = Text(object, "message");
  finding.locations = FramesFromJson(object, "locations");
  for (const json* item : Objects(object, "threads")) {
    finding.threads.push_back({Text(*item, "name"), Text(*item, "did"), Texts(*item, "locks"),
                               FramesFromJson(*item, "stack")});
  }
  auto schedule = object.find("schedule");
  if (schedule != object.end() && schedule->is_object()) {
    finding.schedule = ScheduleFromJson(*schedule);
  }
  finding.replay = Text(object, "replay");
  finding.details = Text(object, "details");
  finding.story = Text(object, "story");
  return finding;
}

void OrderAndMerge(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    if (a.kind != b.kind) return Worse(a.kind, b.kind);
    if (Richness(a) != Richness(b)) return Richness(a) > Richness(b);
    return std::tuple(Place(a), a.oracle, a.variant, a.message) <
           std::tuple(Place(b), b.oracle, b.variant, b.message);
  });
  std::vector<Finding> merged;
  for (Finding& finding : findings) {
    const bool known = std::any_of(merged.begin(), merged.end(), [&](const Finding& other) {
      return SameDefect(other, finding);
    });
    if (!known) merged.push_back(std::move(finding));
  }
  findings = std::move(merged);
}

Kind WorstKind(std::span<const Finding> findings) {
  Kind worst = Kind::kPass;
  for (const Finding& finding : findings) worst = std::min(worst, finding.kind);
  return worst;
}

}  // namespace racelab
