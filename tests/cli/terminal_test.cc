#include "grader/terminal.h"

#include <gtest/gtest.h>

#include <string>

namespace racelab {
namespace {

TEST(Terminal, PaintsOnlyWhereColoursAreOn) {
  EXPECT_EQ(Terminal{}.Paint(Style::kRed, "bad"), "bad");
  const std::string painted = Terminal{.color = true}.Paint(Style::kRed, "bad");
  EXPECT_NE(painted.find("\033["), std::string::npos);
  EXPECT_NE(painted.find("bad"), std::string::npos);
  EXPECT_TRUE(painted.ends_with("\033[0m"));
}

TEST(Terminal, PlainStyleAddsNothing) {
  EXPECT_EQ(Terminal{.color = true}.Paint(Style::kPlain, "as it is"), "as it is");
}

TEST(Printable, KeepsTextAndDisarmsControlCharacters) {
  EXPECT_EQ(Printable("так ✓\n"), "так ✓\n");
  EXPECT_EQ(Printable("\033[2Jgone\a"), "?[2Jgone?");
  EXPECT_EQ(Printable("a\tb\r\n"), "a    b\n");
}

TEST(DisplayWidth, CountsCharactersNotBytesNorEscapes) {
  EXPECT_EQ(DisplayWidth("abc"), 3);
  EXPECT_EQ(DisplayWidth("✓ так"), 5);
  EXPECT_EQ(DisplayWidth("\033[1;31mbad\033[0m"), 3);
}

TEST(PadRight, FillsToTheColumn) {
  EXPECT_EQ(PadRight("✓", 3), "✓  ");
  EXPECT_EQ(PadRight("long", 2), "long");
}

TEST(CutTo, KeepsWhatFitsAndMarksTheCut) {
  EXPECT_EQ(CutTo("abcdef", 6), "abcdef");
  EXPECT_EQ(CutTo("abcdef", 4), "abc…");
  EXPECT_EQ(CutTo("✓✓✓✓", 3), "✓✓…");
}

TEST(Fold, BreaksAtBlanksAndIndentsWhatFollows) {
  EXPECT_EQ(Fold("one two three four", 9, "  "), "one two\n  three\n  four");
}

TEST(Fold, KeepsTheLineBreaksOfTheText) { EXPECT_EQ(Fold("a\nb", 80, "  "), "a\n  b"); }

TEST(Fold, NeverBreaksAWord) { EXPECT_EQ(Fold("unbreakable x", 4, ""), "unbreakable\nx"); }

}  // namespace
}  // namespace racelab
