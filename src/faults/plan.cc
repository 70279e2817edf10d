#include "plan.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace racelab::faults {
namespace {

constexpr char kLetters[] = "pklsiarut";  // of the Actions, in the order of their bits

char LetterOf(std::uint16_t action) {
  for (int bit = 0; kLetters[bit] != '\0'; ++bit) {
    if (action == 1u << bit) return kLetters[bit];
  }
  return '?';
}

std::uint16_t ActionOf(char letter) {
  const char* const at = letter == '\0' ? nullptr : std::strchr(kLetters, letter);
  return at == nullptr ? 0 : static_cast<std::uint16_t>(1u << (at - kLetters));
}

// The place of the plan's last fault among the steps; -1 without one.
int LastFault(const Plan& plan, const Execution& execution) {
  if (plan.faults.empty()) return -1;
  const Fault& last = plan.faults.back();
  for (size_t i = 0; i < execution.steps.size(); ++i) {
    const Step& step = execution.steps[i];
    if (step.process == last.process && step.index == last.index) return static_cast<int>(i);
  }
  return static_cast<int>(execution.steps.size());
}

}  // namespace

std::uint32_t HashOfTest(std::string_view name) {  // FNV-1a
  std::uint32_t hash = 2166136261u;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

std::string EncodeToken(const Token& token) {
  char text[64];
  std::snprintf(text, sizeof(text), "F1-%08X-%d-%c", token.test, token.scenario,
                token.plan.order == Order::kOldestFirst ? 'o' : 'y');
  std::string out = text;
  for (const Fault& fault : token.plan.faults) {
    std::snprintf(text, sizeof(text), "-%d.%u.%c", fault.process, fault.index,
                  LetterOf(fault.action));
    out += text;
  }
  return out;
}

std::optional<Token> DecodeToken(const std::string& text) {
  Token token;
  char order = '?';
  int used = 0;
  if (std::sscanf(text.c_str(), "F1-%8X-%d-%c%n", &token.test, &token.scenario, &order, &used) !=
          3 ||
      (order != 'o' && order != 'y')) {
    return std::nullopt;
  }
  token.plan.order = order == 'o' ? Order::kOldestFirst : Order::kYoungestFirst;
  const char* rest = text.c_str() + used;
  while (*rest != '\0') {
    Fault fault;
    char letter = '?';
    if (std::sscanf(rest, "-%d.%u.%c%n", &fault.process, &fault.index, &letter, &used) != 3 ||
        token.plan.faults.size() == kMaxFaults) {
      return std::nullopt;
    }
    fault.action = ActionOf(letter);
    if (fault.action == 0 || fault.process < 0 || fault.process >= kMaxProcesses) {
      return std::nullopt;
    }
    token.plan.faults.push_back(fault);
    rest += used;
  }
  return token;
}

std::vector<Plan> PlansWithOneMore(const Plan& plan, const Execution& execution,
                                   std::uint16_t actions) {
  std::vector<Plan> plans;
  if (execution.processes.size() < 2) actions &= static_cast<std::uint16_t>(~kPause);
  const int after = LastFault(plan, execution);
  for (size_t i = static_cast<size_t>(after + 1); i < execution.steps.size(); ++i) {
    const Step& step = execution.steps[i];
    for (std::uint16_t action = kPause; action <= kTimeout; action = action << 1) {
      if ((step.legal & actions & action) == 0) continue;
      Plan next = plan;
      next.faults.push_back({step.process, step.index, action});
      plans.push_back(next);
    }
  }
  return plans;
}

}  // namespace racelab::faults
