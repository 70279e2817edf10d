// racelab/scenario.h for the `explore` variant: scenarios run under the explorer's schedules.
//
// Everything here is the judge's own: it is not instrumented, and what it keeps between executions
// lives outside the program's heap (OutsideScope).
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <thread>

#include "exploration.h"
#include "fiber_program.h"
#include "finding_report.h"
#include "gtest/gtest-spi.h"
#include "program_state.h"
#include "racelab/scenario.h"
#include "run.h"
#include "src/scenario/channel.h"
#include "src/scenario/runner.h"

namespace racelab {
namespace {

using explorer::Exploration;
using explorer::Finding;
using explorer::Origin;

// What is known of the running test: over all its scenarios.
struct TestState {
  std::string name;
  std::uint32_t scenarios = 0;
  std::set<std::string> reached;
  bool has_findings = false;
  bool replaying = false;
};

TestState& CurrentTest() {
  static TestState state;
  const testing::TestInfo* info = testing::UnitTest::GetInstance()->current_test_info();
  std::string name;
  if (info != nullptr) name = std::string(info->test_suite_name()) + "." + info->name();
  if (name != state.name) {
    state = TestState();
    state.name = name;
  }
  return state;
}

// How many threads are inside of each Overlap in the current execution. A plain table: all threads
// are fibers of one OS thread. A label's address is its object for the search.
std::map<std::string, int, std::less<>>& Inside() {
  static std::map<std::string, int, std::less<>> inside;
  return inside;
}

// A scheduling point, so that the orders in which threads enter and leave are all tried.
void ReachMark(const void* object, void* pc) {
  explorer::Operation operation;
  operation.kind = explorer::OpKind::kMark;
  operation.object = reinterpret_cast<std::uintptr_t>(object);
  operation.pc = reinterpret_cast<std::uintptr_t>(pc);
  explorer::RuntimeScope scope;
  explorer::g_run.Point(operation);
}

// "… [[leak]] …" → "leak", and the mark is removed. See racelab::As.
std::string TakeKind(std::string& message) {
  const std::size_t begin = message.find("[[");
  const std::size_t end = message.find("]]", begin == std::string::npos ? 0 : begin);
  if (begin == std::string::npos || end == std::string::npos) return "wrong-value";
  const std::string kind = message.substr(begin + 2, end - begin - 2);
  message.erase(begin, end + 2 - begin);
  return kind;
}

// Turns a failed expectation of an execution into the execution's finding. GoogleTest is told about
// it only when the search is over.
class Capture : public testing::ScopedFakeTestPartResultReporter {
 public:
  Capture() : ScopedFakeTestPartResultReporter(INTERCEPT_ALL_THREADS, &unused_) {}

  void ReportTestPartResult(const testing::TestPartResult& result) override {
    if (!result.failed()) return;
    const explorer::OutsideScope outside;
    std::string message = result.message();
    const std::string kind = TakeKind(message);
    if (result.file_name() != nullptr) {
      message = explorer::BaseName(result.file_name()) + ":" +
                std::to_string(result.line_number()) + ": " + message;
    }
    while (!message.empty() && message.back() == '\n') message.pop_back();
    explorer::ReportFinding(kind.c_str(), message.c_str());
  }

 private:
  testing::TestPartResultArray unused_;
};

// Starts every execution with nobody inside of any Overlap.
class Scenario : public explorer::Program {
 public:
  explicit Scenario(const std::function<void()>& body) : program_(body) {}

  explorer::ExecutionResult Run(explorer::Scheduler& scheduler,
                                const explorer::RunOptions& options) override {
    // The entries stay: an object's address must be the same in every execution, or the search
    // takes two threads' marks for unrelated.
    for (auto& [label, inside] : Inside()) inside = 0;
    if (++runs_ % 8 == 0) channel::Alive();
    return program_.Run(scheduler, options);
  }

 private:
  explorer::FiberProgram program_;
  std::uint64_t runs_ = 0;
};

// Tells the judge and GoogleTest about one finding.
void Publish(const Finding& finding, const Origin& origin, explorer::Symbolizer& symbolizer) {
  channel::Emit("finding", explorer::FindingToJson(finding, origin, symbolizer));
  // The judge has it all; by hand, the test's failure tells it.
  if (channel::Judged()) {
    ADD_FAILURE() << As(kReported) << explorer::MessageOf(finding);
  } else {
    ADD_FAILURE() << As(finding.witness.finding.kind)
                  << explorer::FindingToText(finding, origin, symbolizer);
  }
}

void Publish(const Exploration& exploration, const Origin& origin,
             explorer::Symbolizer& symbolizer) {
  channel::Emit("explored", {{"test", origin.test},
                             {"text", exploration.text},
                             {"executions", exploration.executions},
                             {"exhaustive", exploration.exhaustive}});
  if (exploration.unsupported) {
    Finding finding;
    finding.witness.finding = *exploration.unsupported;
    Publish(finding, origin, symbolizer);
    return;
  }
  for (const Finding& finding : exploration.findings) Publish(finding, origin, symbolizer);
}

// The schedule that the environment asks for, if it does. A bad token ends the process: it was
// typed by a person who waits for an answer.
const std::optional<explorer::Token>& ReplayToken() {
  static const std::optional<explorer::Token> token = [] {
    const char* text = std::getenv("RACELAB_REPLAY");
    if (text == nullptr) return std::optional<explorer::Token>();
    std::string error;
    std::optional<explorer::Token> decoded = explorer::DecodeToken(text, error);
    if (!decoded) {
      std::fprintf(stderr, "RACELAB_REPLAY: %s\n", error.c_str());
      std::exit(2);
    }
    return decoded;
  }();
  return token;
}

void ReplayOnly(const explorer::Token& token, const Origin& origin,
                const std::function<void()>& body) {
  if (token.test != explorer::HashOfTest(origin.test) || token.scenario != origin.scenario) return;
  Scenario scenario(body);
  explorer::RunOptions options;
  options.detect_races = token.detect_races;
  options.visible = token.visible;
  options.forbid_polling = token.visible.empty();
  Finding finding;
  {
    const Capture capture;
    finding.witness = explorer::RunSchedule(scenario, token.schedule, options);
  }
  explorer::Symbolizer symbolizer;
  if (finding.witness.finding.kind.empty()) {
    std::printf("%s: this schedule shows no defect\n%s", origin.test.c_str(),
                explorer::WitnessToText(finding.witness, symbolizer).c_str());
    return;
  }
  Publish(finding, origin, symbolizer);
}

__attribute__((constructor(101))) void PrepareBeforeAnyThread() { explorer::PrepareForPrograms(); }

// Before any test: what a test does outside of Explore() must not be where executions start from.
const bool remembered = [] {
  explorer::RememberProgramState();
  return true;
}();

}  // namespace

void Explore(const std::function<void()>& body) {
  TestState& test = CurrentTest();
  const Origin origin{test.name, test.scenarios++};
  if (ReplayToken()) {
    test.replaying = true;
    ReplayOnly(*ReplayToken(), origin, body);
    return;
  }
  Scenario scenario(body);
  explorer::Symbolizer symbolizer;
  explorer::ExploreOptions options;
  options.retries_politely = [&](const explorer::Step& step) {
    return symbolizer.TriesInStandardLock(step.stack,
                                          step.operation.kind == explorer::OpKind::kTryLock);
  };
  options.spins_in_library = [&](const explorer::Involvement& spinner) {
    return symbolizer.InLibrarySpin(spinner.stack);
  };
  Exploration exploration;
  {
    const Capture capture;
    exploration = explorer::ExploreSchedules(scenario, options);
  }
  test.reached.insert(exploration.reached.begin(), exploration.reached.end());
  test.has_findings |= !exploration.findings.empty() || exploration.unsupported.has_value();
  Publish(exploration, origin, symbolizer);
}

void Concurrently(std::vector<std::function<void()>> functions) {
  // No start line: the explorer tries every order of starting anyway.
  std::vector<std::thread> threads;
  threads.reserve(functions.size());
  for (std::function<void()>& function : functions)
    threads.emplace_back([&function] { function(); });
  for (std::thread& thread : threads) thread.join();
}

void Concurrently(int threads, const std::function<void(int)>& function) {
  std::vector<std::function<void()>> functions;
  functions.reserve(static_cast<std::size_t>(threads));
  for (int i = 0; i < threads; ++i) functions.emplace_back([&function, i] { function(i); });
  Concurrently(std::move(functions));
}

void Reached(std::string_view label) {
  const explorer::RuntimeScope scope;
  if (explorer::g_run.in_progress()) explorer::g_run.Reached(std::string(label));
}

Overlap::Overlap(std::string_view label, int threads) : label_(label) {
  if (!explorer::InExecution()) return;
  std::pair<const std::string, int>* inside = nullptr;
  {
    const explorer::OutsideScope outside;
    inside = &*Inside().try_emplace(std::string(label), 0).first;
  }
  ReachMark(inside, __builtin_return_address(0));
  if (++inside->second >= threads) Reached(label);
}

Overlap::~Overlap() {
  if (!explorer::InExecution()) return;
  std::pair<const std::string, int>& inside = *Inside().find(std::string_view(label_));
  ReachMark(&inside, __builtin_return_address(0));
  --inside.second;
}

void ForbidPolling() { racelab_forbid_polling(); }

// A test that has failed already, or that replays one schedule, is not asked what it can reach.
bool WasReached(std::string_view label) {
  const TestState& test = CurrentTest();
  return test.has_findings || test.replaying || test.reached.count(std::string(label)) > 0;
}

std::string_view VariantName() { return "explore"; }

void PlantRace() {}

}  // namespace racelab
