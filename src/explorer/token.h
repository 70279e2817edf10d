// Tokens: a schedule as a short printable word, to be typed or pasted to see it again.
//
// Layout of RL1 tokens: "RL1-" and Crockford's base 32 of: 4 bytes FNV-1a of the test's name, the
// scenario's number within the test, flags, who has turns from which step on, departures (step
// differences and candidates), the addresses whose plain accesses are scheduling points, and 2
// bytes of checksum. Numbers are LEB128. A new layout, or a change of the rules in turns.h, needs a
// new version.
#ifndef RACELAB_EXPLORER_TOKEN_H_
#define RACELAB_EXPLORER_TOKEN_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "execution.h"
#include "schedule.h"

namespace racelab::explorer {

struct Token {
  std::uint32_t test = 0;      // HashOfTest() of its full name, or of the program's file name
  std::uint32_t scenario = 0;  // 0, 1, … in the order in which the test explores them
  bool detect_races = true;
  Schedule schedule;
  std::vector<AddressRange> visible;
};

std::uint32_t HashOfTest(std::string_view name);

std::string EncodeToken(const Token& token);

// Nothing when `text` is not a token, and then `error` says why, for the person who typed it. Case
// does not matter, nor do O for 0 and I or L for 1.
std::optional<Token> DecodeToken(std::string_view text, std::string& error);

}  // namespace racelab::explorer

#endif  // RACELAB_EXPLORER_TOKEN_H_
