// Where text goes and how it may look there: colours, width, alignment.
#ifndef RACELAB_GRADER_TERMINAL_H_
#define RACELAB_GRADER_TERMINAL_H_

#include <string>
#include <string_view>

namespace racelab {

enum class Style { kPlain, kBold, kDim, kRed, kGreen, kYellow, kCyan };

// What an output stream can show. A plain value: tests make their own.
struct Terminal {
  bool interactive = false;  // a person watches: a line may be drawn over again
  bool color = false;        // escape codes may be written
  int columns = 100;         // the width that text is folded to, in characters

  // `text` in that style, or unchanged where colours are off.
  std::string Paint(Style style, std::string_view text) const;
};

// Looks at a file descriptor and at the environment: colours need a terminal, TERM other than
// "dumb", and NO_COLOR unset or empty (https://no-color.org).
Terminal DetectTerminal(int fd);

// `text` without control characters other than line breaks: what a submission wrote must not move
// the cursor or colour the terminal. Tabs become four blanks.
std::string Printable(std::string_view text);

// The columns that `text` takes: code points, without escape codes. Wide characters count as one,
// as the tool prints none.
int DisplayWidth(std::string_view text);

// `text` followed by the blanks that make it `columns` wide.
std::string PadRight(std::string_view text, int columns);

// `text` cut to at most `columns`, with an ellipsis where something was cut. No escape codes in it.
std::string CutTo(std::string_view text, int columns);

// `text` folded at blanks into lines of at most `columns`, each but the first starting with
// `indent`. Line breaks of the text are kept. No newline at the end.
std::string Fold(std::string_view text, int columns, std::string_view indent);

}  // namespace racelab

#endif  // RACELAB_GRADER_TERMINAL_H_
