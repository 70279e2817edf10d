// Which executions to try, and the word that leads back to one.
#ifndef RACELAB_FAULTS_PLAN_H_
#define RACELAB_FAULTS_PLAN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "supervisor.h"

namespace racelab::faults {

// A printable token: "F1-9A3B11F0-0-o-2.17.k" is, of the first scenario of the test with that hash,
// the execution in which process 2 is killed at its step 17 ("o": the oldest process goes first).
struct Token {
  std::uint32_t test = 0;  // HashOfTest() of its full name
  int scenario = 0;        // 0, 1, … in the order in which the test explores them
  Plan plan;
};

std::uint32_t HashOfTest(std::string_view name);
std::string EncodeToken(const Token& token);
std::optional<Token> DecodeToken(const std::string& text);

// `plan` and one more fault, for every step of `execution` and every action that is legal there and
// among `actions`. Only steps after the last fault of `plan`.
std::vector<Plan> PlansWithOneMore(const Plan& plan, const Execution& execution,
                                   std::uint16_t actions);

}  // namespace racelab::faults

#endif  // RACELAB_FAULTS_PLAN_H_
