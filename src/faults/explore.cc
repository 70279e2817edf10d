// racelab/scenario.h and racelab/faults.h for process labs, in every variant.
#include <signal.h>

#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "body.h"
#include "process.h"
#include "racelab/faults.h"
#include "racelab/scenario.h"
#include "report.h"
#include "search.h"
#include "src/scenario/channel.h"
#include "src/scenario/runner.h"

namespace racelab {
namespace {

using faults::Found;
using faults::g_control;
using faults::Label;
using faults::Origin;
using faults::SearchResult;
using faults::Settings;
using faults::Token;

constexpr bool kSerial = RACELAB_FAULTS_SERIAL;

struct TestState {
  std::string name;
  int scenarios = 0;
  bool has_findings = false;
  struct sigaction old_handler = {};
  bool interrupts = false;
};

TestState& CurrentTest() {
  static TestState state;
  const testing::TestInfo* info = testing::UnitTest::GetInstance()->current_test_info();
  std::string name;
  if (info != nullptr) name = std::string(info->test_suite_name()) + "." + info->name();
  if (name == state.name) return state;
  if (state.interrupts) sigaction(SIGUSR1, &state.old_handler, nullptr);
  state = TestState();
  state.name = name;
  if (g_control == nullptr) return state;
  for (Label& label : g_control->labels) {
    label.hash = 0;
    label.inside = 0;
    label.reached = false;
  }
  return state;
}

void Publish(const SearchResult& result, const Origin& origin) {
  static explorer::Symbolizer symbolizer;  // Reading debug information takes a second.
  if (kSerial) {
    channel::Emit("explored", {{"test", origin.test},
                               {"text", result.text},
                               {"executions", result.executions},
                               {"exhaustive", result.exhaustive}});
  }
  for (const Found& found : result.found) {
    channel::Emit("finding", ToJson(found, origin, symbolizer));
    ADD_FAILURE() << As(found.defect.kind) << ToText(found, origin, symbolizer);
  }
}

// The execution that the environment asks for. A bad token ends the process: it was typed by a
// person who waits for an answer.
const std::optional<Token>& ReplayToken() {
  static const std::optional<Token> token = [] {
    const char* const text = std::getenv("RACELAB_REPLAY");
    if (text == nullptr || !kSerial) return std::optional<Token>();
    std::optional<Token> decoded = faults::DecodeToken(text);
    if (!decoded) {
      std::fprintf(stderr, "RACELAB_REPLAY: '%s' is no token of a process lab (F1-…)\n", text);
      std::exit(2);
    }
    return decoded;
  }();
  return token;
}

SearchResult Replay(const Token& token, const std::function<void()>& body,
                    const Settings& settings) {
  SearchResult result;
  result.executions = 1;
  const faults::Execution execution = faults::Execute(body, token.plan, settings);
  for (const faults::Defect& defect : execution.defects) {
    result.found.push_back({defect, token.plan, execution});
  }
  if (result.found.empty()) std::printf("this execution shows no defect\n");
  return result;
}

std::uint64_t Hash(std::string_view label) {  // FNV-1a
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : label) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash | 1;
}

Label& FindLabel(std::string_view text) {
  faults::PrepareControl();
  const std::uint64_t hash = Hash(text);
  for (Label& label : g_control->labels) {
    std::uint64_t expected = 0;
    if (label.hash.compare_exchange_strong(expected, hash) || expected == hash) return label;
  }
  std::abort();  // Too many labels in one test: the check is wrong.
}

void DoNothing(int) {}

}  // namespace

void ExploreFaults(const Faults& faults, const std::function<void()>& body) {
  TestState& test = CurrentTest();
  const Origin origin{test.name, test.scenarios++, std::string(VariantName())};
  const Settings settings{kSerial, faults.kill, faults.refuse, channel::Alive};
  SearchResult result;
  if (ReplayToken()) {
    const Token& token = *ReplayToken();
    test.has_findings = true;  // Labels of one execution say nothing.
    if (token.test != faults::HashOfTest(origin.test) || token.scenario != origin.scenario) return;
    result = Replay(token, body, settings);
  } else {
    result =
        kSerial ? faults::SearchFaults(body, settings) : faults::RunUndisturbed(body, settings);
  }
  test.has_findings |= !result.found.empty();
  Publish(result, origin);
}

void Explore(const std::function<void()>& body) { ExploreFaults({}, body); }

void InterruptCalls() {
  TestState& test = CurrentTest();
  struct sigaction action = {};
  action.sa_handler = DoNothing;
  sigaction(SIGUSR1, &action, &test.old_handler);
  test.interrupts = true;
}

bool AChildWasKilled() { return g_control->killed_one; }
bool ACallWasRefused() { return g_control->refused_one; }

void Concurrently(std::vector<std::function<void()>> functions) {
  faults::RunInProcesses(functions);
}

void Concurrently(int count, const std::function<void(int)>& function) {
  std::vector<std::function<void()>> functions;
  for (int i = 0; i < count; ++i) functions.emplace_back([&function, i] { function(i); });
  faults::RunInProcesses(functions);
}

Process::Process(const std::function<void()>& function)
    : pid_(faults::StartProcess(function, number_)) {}

Process::~Process() { Join(); }

void Process::Join() {
  if (pid_ > 0) faults::AwaitProcess(pid_, number_);
  pid_ = 0;
}

void Reached(std::string_view label) { FindLabel(label).reached = true; }

void ForbidPolling() {}  // of threads: see racelab/scenario.h

// Asked of explored executions only: on the loose, who meets whom is luck.
bool WasReached(std::string_view label) {
  return !kSerial || CurrentTest().has_findings || FindLabel(label).reached;
}

Overlap::Overlap(std::string_view label, int processes) : label_(label) {
  faults::Arrive("an overlap", 0);
  Label& entered = FindLabel(label);
  if (++entered.inside >= processes) entered.reached = true;
}

Overlap::~Overlap() {
  faults::Arrive("the end of an overlap", 0);
  --FindLabel(label_).inside;
}

std::string_view VariantName() { return kSerial ? "explore" : RACELAB_VARIANT; }

void PlantRace() {}

}  // namespace racelab
