#include "src/explorer/token.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "gtest/gtest.h"

namespace racelab::explorer {
namespace {

Token Example() {
  Token token;
  token.test = HashOfTest("Counter.CountsEveryIncrement");
  token.scenario = 2;
  token.detect_races = false;
  token.schedule.departures = {{3, 1}, {200, 0}, {201, 7}};
  token.schedule.fair_from = 4000;
  token.visible = {{0x7ffff7fb4010, 0x7ffff7fb4018}};
  return token;
}

void ExpectSame(const Token& a, const Token& b) {
  EXPECT_EQ(a.test, b.test);
  EXPECT_EQ(a.scenario, b.scenario);
  EXPECT_EQ(a.detect_races, b.detect_races);
  EXPECT_EQ(a.schedule, b.schedule);
  ASSERT_EQ(a.visible.size(), b.visible.size());
  for (std::size_t i = 0; i < a.visible.size(); ++i) {
    EXPECT_EQ(a.visible[i].begin, b.visible[i].begin);
    EXPECT_EQ(a.visible[i].end, b.visible[i].end);
  }
}

TEST(Token, SaysWhatItWasMadeFrom) {
  std::string error;
  const std::optional<Token> back = DecodeToken(EncodeToken(Example()), error);
  ASSERT_TRUE(back.has_value()) << error;
  ExpectSame(*back, Example());
  const std::optional<Token> plain = DecodeToken(EncodeToken(Token()), error);
  ASSERT_TRUE(plain.has_value()) << error;
  ExpectSame(*plain, Token());
}

TEST(Token, IsShortForAnOrdinarySchedule) {
  Token token;
  token.test = HashOfTest("Counter.CountsEveryIncrement");
  token.schedule.departures = {{5, 1}, {9, 0}};
  EXPECT_LE(EncodeToken(token).size(), 26u);
}

TEST(Token, ForgivesCaseAndLookAlikes) {
  std::string text = EncodeToken(Example());
  for (char& c : text) {
    if (c == '0') c = 'o';
    if (c == '1' && &c != &text[2]) c = 'l';
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  std::string error;
  const std::optional<Token> back = DecodeToken(text, error);
  ASSERT_TRUE(back.has_value()) << error;
  ExpectSame(*back, Example());
}

TEST(Token, NoticesEveryWrongDigit) {
  const std::string text = EncodeToken(Example());
  // The last digit holds bits that fill up to a whole digit: they mean nothing.
  for (std::size_t i = 4; i + 1 < text.size(); ++i) {
    std::string wrong = text;
    wrong[i] = wrong[i] == '7' ? '8' : '7';
    std::string error;
    EXPECT_FALSE(DecodeToken(wrong, error).has_value()) << wrong;
    EXPECT_NE(error.find("checksum"), std::string::npos) << error;
  }
}

TEST(Token, SaysWhatIsWrongWithIt) {
  const auto error_of = [](const std::string& text) {
    std::string error;
    EXPECT_FALSE(DecodeToken(text, error).has_value()) << text;
    return error;
  };
  EXPECT_NE(error_of("").find("begins with RL1-"), std::string::npos);
  EXPECT_NE(error_of("hello").find("begins with RL1-"), std::string::npos);
  EXPECT_NE(error_of("RL9-0000").find("another version"), std::string::npos);
  EXPECT_NE(error_of("RL1-0000").find("too short"), std::string::npos);
  EXPECT_NE(error_of(EncodeToken(Example()) + "!").find("'!'"), std::string::npos);
  const std::string whole = EncodeToken(Example());
  EXPECT_NE(error_of(whole + "X").find("checksum"), std::string::npos);
  EXPECT_NE(error_of(whole.substr(0, whole.size() - 3)).find("checksum"), std::string::npos);
}

}  // namespace
}  // namespace racelab::explorer
